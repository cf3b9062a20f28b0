package io.dripline.coding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the forms of a word together: British and American spelling by rule, endings by rule, and what no rule
 * reaches by the table {@code word-forms.tsv} (anxious and anxiety; high, raised and elevated; BP and blood pressure).
 */
final class WordForms {

    /** How a listed form relates to its word. */
    enum Relation {
        /** Another spelling: oedema, edema. */
        SPELLING,
        /** Another form of the same word: nauseous, nausea. */
        INFLECTION,
        /** Another word for the same in a clinic's notes: raised, increased. */
        EQUAL,
        /** Letters for words: BP. */
        ABBREVIATION
    }

    private record Listed(Relation relation, List<String> words) {}

    private static final Pattern PLAIN = Pattern.compile("[a-z]++");
    private static final Pattern OUR = Pattern.compile("our(s|ed|ing|al|ful|less)?$");
    private static final Pattern ISE = Pattern.compile("is(e|es|ed|ing|ation|ations)$");
    private static final Pattern YSE = Pattern.compile("ys(e|es|ed|ing)$");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc`]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** What is longer is no word, and the rules for endings would take long to say so. */
    private static final int LONGEST_WORD = 60;

    private static final Set<String> SHORT_OE = Set.of("does", "goes", "shoes", "toes");

    private final Map<String, Listed> listed = new HashMap<>();

    private WordForms() {}

    /** Lines {@code word TAB relation TAB form, form TAB ...}. */
    static WordForms read(VocabularyFile file) {
        WordForms forms = new WordForms();
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("word", "relation", "forms");
            Relation relation = line.constant(Relation.class, columns[1]);
            List<String> words = List.of(columns[0].split(" "));
            if (words.size() > 1 && relation != Relation.ABBREVIATION) {
                throw line.broken("one word (several only for an ABBREVIATION)");
            }
            for (String form : columns[2].split(",", -1)) {
                String plain = plain(form.strip());
                if (plain.isEmpty() || forms.listed.put(plain, new Listed(relation, words)) != null) {
                    throw line.broken("forms that are listed once, but '%s' is not".formatted(form.strip()));
                }
            }
        }
        return forms;
    }

    /** Every form of one word that the table lists. */
    List<Word> listedWords() {
        return listed.entrySet().stream()
                .filter(entry -> entry.getValue().relation != Relation.ABBREVIATION)
                .flatMap(entry -> words(entry.getKey()).stream())
                .toList();
    }

    /** Lower case, compatibility forms, no accents, no apostrophes. */
    static String plain(String written) {
        if (PLAIN.matcher(written).matches()) {
            return written;
        }
        String folded = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae");
        folded = APOSTROPHES.matcher(folded).replaceAll("");
        return MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The words that a written word stands for: itself, or those of its abbreviation. */
    List<Word> words(String plain) {
        Listed form = listed.get(plain);
        if (form == null) {
            String spelt = spelt(plain);
            Listed speltForm = listed.get(spelt);
            return List.of(
                    speltForm == null
                            ? new Word(plain, spelt, stem(spelt), Word.Change.NONE)
                            : as(plain, spelt, speltForm.words.getFirst(), speltForm.relation));
        }
        if (form.relation == Relation.ABBREVIATION) {
            return form.words.stream()
                    .map(word -> new Word(word, spelt(word), stemOf(word), Word.Change.EXPANDED))
                    .toList();
        }
        return List.of(as(plain, spelt(plain), form.words.getFirst(), form.relation));
    }

    private String stemOf(String word) {
        Listed form = listed.get(word);
        return stem(spelt(form == null ? word : form.words.getFirst()));
    }

    private static Word as(String plain, String spelt, String canonical, Relation relation) {
        String stem = stem(spelt(canonical));
        return relation == Relation.SPELLING
                ? new Word(plain, spelt(canonical), stem, Word.Change.NONE)
                : new Word(plain, spelt, stem, relation == Relation.EQUAL ? Word.Change.EQUAL : Word.Change.NONE);
    }

    /** One spelling for both sides of the Atlantic; need not be a right one, only the same. */
    static String spelt(String word) {
        if (word.length() < 5 || word.length() > LONGEST_WORD || SHORT_OE.contains(word)) {
            return word;
        }
        String spelt = word.replace("ae", "e").replace("oe", "e");
        if (spelt.length() > 5) {
            spelt = OUR.matcher(spelt).replaceFirst("or$1");
            spelt = ISE.matcher(spelt).replaceFirst("iz$1");
            spelt = YSE.matcher(spelt).replaceFirst("yz$1");
        }
        return spelt;
    }

    /** A word without its ending; one stem for dizzy and dizziness, vomits and vomiting. */
    static String stem(String word) {
        if (word.length() > LONGEST_WORD) {
            return word;
        }
        String stem = word;
        if (stem.length() > 4 && stem.endsWith("ies")) {
            stem = cut(stem, 3) + "y";
        } else if (stem.length() > 4 && endsInAny(stem, "sses", "shes", "ches", "xes", "zes")) {
            stem = cut(stem, 2);
        } else if (stem.length() > 3 && stem.endsWith("s") && !endsInAny(stem, "ss", "us", "is")) {
            stem = cut(stem, 1);
        }
        if (stem.length() > 6 && stem.endsWith("ness")) {
            stem = cut(stem, 4);
        }
        if (stem.length() > 5 && stem.endsWith("ly")) {
            stem = cut(stem, 2);
        }
        if (stem.length() > 5 && stem.endsWith("ing") && hasVowel(cut(stem, 3))) {
            stem = undoubled(cut(stem, 3));
        } else if (stem.length() > 5 && stem.endsWith("ed") && !stem.endsWith("eed")) {
            stem = undoubled(cut(stem, 2));
        } else if (stem.length() > 7 && stem.endsWith("ation")) {
            stem = cut(stem, 3);
        } else if (stem.length() > 7 && stem.endsWith("ative")) {
            stem = cut(stem, 3);
        }
        if (stem.length() > 4 && stem.endsWith("e")) {
            stem = cut(stem, 1);
        }
        return stem.length() > 3 && stem.endsWith("y") ? cut(stem, 1) + "i" : stem;
    }

    private static boolean endsInAny(String word, String... endings) {
        return Arrays.stream(endings).anyMatch(word::endsWith);
    }

    private static boolean hasVowel(String word) {
        return word.chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }

    private static String undoubled(String stem) {
        int n = stem.length();
        return n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "bdgmnprt".indexOf(stem.charAt(n - 1)) >= 0
                ? cut(stem, 1)
                : stem;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
