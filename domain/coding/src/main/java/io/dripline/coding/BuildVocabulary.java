package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins lexicon, OAE and SYMP into one set of terms. Names that differ in spelling, number or order of the sources
 * alone are one term; a name that the lexicon knows is the lexicon's term.
 */
final class BuildVocabulary {

    record Files(
            VocabularyFile wordForms,
            VocabularyFile cues,
            VocabularyFile lexicon,
            VocabularyFile families,
            VocabularyFile oae,
            VocabularyFile symp,
            VocabularyFile categories,
            VocabularyFile limits,
            VocabularyFile rightWords,
            VocabularyFile treated) {}

    private final WordForms forms;
    private final Wordings wordings = new Wordings();
    private final ReadWording reading;
    private final NavigableMap<String, Term> terms = new TreeMap<>();
    private final Map<String, String> idByKey = new HashMap<>();
    private final Set<String> toTheLetter = new HashSet<>();

    private BuildVocabulary(WordForms forms) {
        this.forms = forms;
        this.reading = new ReadWording(new ReadTokens(forms), wordings);
    }

    static Vocabulary from(String version, Files files) {
        return from(version, files, null);
    }

    /** With a licence the open wordings are there twice, for what they say alone is never changed by it. */
    static Vocabulary from(String version, Files files, @Nullable LicensedVocabulary licensed) {
        CategoryPolicy policy = CategoryPolicy.read(files.categories());
        BuildVocabulary open = open(files, policy);
        BuildVocabulary joined = licensed == null ? open : open(files, policy);
        List<Limit> limits = Limit.read(files.limits(), joined.terms);
        if (licensed != null) {
            joined.wordings.set(
                    new AddLicensedTerms(joined.terms, joined.own(limits), joined.wordings, joined.reading, policy)
                            .add(licensed));
        }
        return new Vocabulary(
                version,
                joined.terms,
                joined.forms,
                open.wordings,
                joined.wordings,
                new ReadMeasurements(limits),
                Treated.read(files.treated(), open.terms));
    }

    private static BuildVocabulary open(Files files, CategoryPolicy policy) {
        BuildVocabulary build = new BuildVocabulary(WordForms.read(files.wordForms()));
        build.addCues(files.cues());
        build.addLexicon(files.lexicon());
        build.addSources(ReadOae.read(files.oae()), ReadSymp.read(files.symp()), policy);
        build.addFamilies(files.families());
        build.addRightWords(files.rightWords());
        build.forms.listedWords().stream().filter(build.wordings::knows).forEach(build.wordings::learnForm);
        return build;
    }

    private OpenWordings own(List<Limit> limits) {
        return new OpenWordings(
                idByKey,
                toTheLetter,
                limits.stream()
                        .flatMap(limit -> limit.names().stream())
                        .map(name -> key(reading.words(name)))
                        .collect(Collectors.toSet()));
    }

    /** Lines {@code initial TAB word, word}. */
    private void addRightWords(VocabularyFile file) {
        for (VocabularyFile.Line line : file.lines()) {
            for (String word : line.columns("initial", "words")[1].split(",", -1)) {
                wordings.leave(reading.words(word));
            }
        }
    }

    /** Lines {@code cue TAB phrase, phrase}; the silent ones first, since they vanish from the others. */
    private void addCues(VocabularyFile file) {
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("cue", "phrases");
            Meaning.Cue cue = line.constant(Meaning.Cue.class, columns[0]);
            for (String phrase : columns[1].split(",", -1)) {
                List<Word> words = reading.words(phrase);
                if (words.isEmpty()) {
                    throw line.broken("phrases with a word that is not silent, but '%s' has none".formatted(phrase));
                }
                if (cue == Meaning.Cue.SILENT) {
                    words.forEach(wordings::addSilent);
                } else if (cue == Meaning.Cue.DEGREE) {
                    words.forEach(wordings::addDegree);
                } else if (words.size() < 2 && reading.losesWords(phrase)) {
                    throw line.broken(
                            "phrases without silent words and separators, but '%s' has one".formatted(phrase));
                } else {
                    wordings.add(cue, words);
                }
            }
        }
    }

    /**
     * Lines {@code id TAB name TAB category TAB phrase | phrase TAB why}; a dash for no phrases. Ids joined by + on a line
     * without name and category: phrases that name several terms. A phrase after = is taken to the letter.
     */
    private void addLexicon(VocabularyFile file) {
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("id", "name", "category", "phrases", "why");
            List<Meaning.CodeableTerm> named;
            if (columns[0].contains("+")) {
                named = known(columns[0].split("\\+"), line);
            } else {
                Term term = lexiconTerm(columns, line);
                named = codeable(term);
                addWording(columns[0], named, columns[1], Meaning.Kind.NAME, line);
            }
            for (String phrase : columns[3].split("\\|", -1)) {
                if (!phrase.strip().equals("-")) {
                    addWording(columns[0], named, phrase.strip(), Meaning.Kind.LEXICON, line);
                }
            }
        }
    }

    /**
     * Lines {@code id TAB words | words}, or with several such columns, of which each combination is a wording: what a thing is
     * called, and what is said of it. What another term of the same system has as a wording stays that.
     */
    private void addFamilies(VocabularyFile file) {
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.text().split("\t", -1);
            Term term = terms.get(columns[0]);
            if (term == null || columns.length < 2) {
                throw line.broken("a term of the lexicon and words for it");
            }
            List<String> phrases = List.of("");
            for (String column : Arrays.asList(columns).subList(1, columns.length)) {
                phrases = phrases.stream()
                        .flatMap(begin -> Arrays.stream(column.split("\\|", -1)).map(end -> begin + " " + end.strip()))
                        .toList();
            }
            for (String phrase : phrases) {
                addFamily(term, phrase.strip(), line);
            }
        }
    }

    private void addFamily(Term term, String phrase, VocabularyFile.Line line) {
        List<Word> words = reading.words(phrase);
        if (words.isEmpty() || (words.size() == 1 && phrase.contains(" "))) {
            throw line.broken("phrases that keep two of their words, but '%s' has silent ones".formatted(phrase));
        }
        String owner = idByKey.computeIfAbsent(key(words), key -> term.id());
        if (owner.equals(term.id())) {
            wordings.addFamily(new Meaning.Entry(codeable(term), phrase, Meaning.Kind.LEXICON, words, false));
            return;
        }
        Term other = terms.get(owner);
        if (other != null && other.category() != term.category()) {
            throw line.broken(
                    "phrases that no term of another system has, but '%s' is '%s'".formatted(phrase, other.name()));
        }
    }

    private Term lexiconTerm(String[] columns, VocabularyFile.Line line) {
        Term term;
        try {
            term = new Term(columns[0], columns[1], line.constant(Category.class, columns[2]), Term.Source.LEXICON);
        } catch (IllegalArgumentException e) {
            throw line.broken(String.valueOf(e.getMessage()));
        }
        if (terms.put(term.id(), term) != null) {
            throw line.broken("an id that has no line yet");
        }
        return term;
    }

    private List<Meaning.CodeableTerm> known(String[] ids, VocabularyFile.Line line) {
        List<Meaning.CodeableTerm> known = new ArrayList<>();
        for (String id : ids) {
            Term term = terms.get(id);
            if (term == null) {
                throw line.broken("ids of earlier lines, but '%s' is none".formatted(id));
            }
            known.addAll(codeable(term));
        }
        return List.copyOf(known);
    }

    private static List<Meaning.CodeableTerm> codeable(Term term) {
        Category category = term.category();
        return category == null ? List.of() : List.of(new Meaning.CodeableTerm(term.id(), category));
    }

    private void addWording(
            String id, List<Meaning.CodeableTerm> named, String text, Meaning.Kind kind, VocabularyFile.Line line) {
        boolean isLetter = text.startsWith("=");
        String phrase = isLetter ? text.substring(1).strip() : text;
        List<Word> words = reading.words(phrase);
        if (words.isEmpty()) {
            throw line.broken("phrases with a word that is not silent, but '%s' has none".formatted(phrase));
        }
        if (isLetter) {
            toTheLetter.add(key(words));
        }
        String taken = isLetter ? null : idByKey.putIfAbsent(key(words), id);
        if (taken != null && !taken.equals(id)) {
            throw line.broken("a phrase of one term, but '%s' is also '%s'".formatted(phrase, taken));
        }
        wordings.add(new Meaning.Entry(named, phrase, kind, words, isLetter));
    }

    private static final class Joined {
        private final List<String> oae = new ArrayList<>();
        private final List<String> symp = new ArrayList<>();
    }

    private void addSources(List<SourceTerm> oae, List<SourceTerm> symp, CategoryPolicy policy) {
        Map<String, SourceTerm> oaeByName = byName(oae);
        Map<String, SourceTerm> sympByName = byName(symp);
        policy.check(CategoryPolicy.Rule.OAE, oaeByName.keySet());
        policy.check(CategoryPolicy.Rule.OAE_KIND, oaeByName.keySet());
        policy.check(CategoryPolicy.Rule.SYMP, sympByName.keySet());
        policy.check(CategoryPolicy.Rule.SYMP_KIND, sympByName.keySet());

        Map<String, Joined> joined = new LinkedHashMap<>();
        oae.forEach(term -> joined.computeIfAbsent(key(reading.words(term.name())), k -> new Joined())
                .oae
                .add(term.name()));
        symp.forEach(term -> joined.computeIfAbsent(key(reading.words(term.name())), k -> new Joined())
                .symp
                .add(term.name()));
        joined.remove("");
        joined.forEach((key, names) -> addJoined(
                key,
                names,
                new CategoryPolicy.Names(names.oae, oaeByName),
                new CategoryPolicy.Names(names.symp, sympByName),
                policy));
        policy.check(CategoryPolicy.Rule.TERM, terms.keySet());
        symp.forEach(this::addSynonyms);
    }

    private void addJoined(
            String key, Joined names, CategoryPolicy.Names oae, CategoryPolicy.Names symp, CategoryPolicy policy) {
        String id = idByKey.get(key);
        if (id == null) {
            boolean inOae = !names.oae.isEmpty();
            String name = inOae ? shortest(names.oae) : shortest(names.symp);
            id = idOf(name);
            if (!terms.containsKey(id)) {
                Term.Source source = inOae ? Term.Source.OAE : Term.Source.SYMP;
                terms.put(id, new Term(id, name, policy.categoryOf(id, oae, symp), source));
            }
            idByKey.put(key, id);
        }
        for (String name : names.oae) {
            addSourceWording(id, name, Meaning.Kind.NAME);
        }
        for (String name : names.symp) {
            addSourceWording(id, name, Meaning.Kind.NAME);
        }
    }

    /**
     * What the lexicon takes to the letter ("fainted") no synonym ("faint") takes otherwise; one that is left with one word
     * ("the runs") would be found in anything.
     */
    private void addSynonyms(SourceTerm source) {
        String id = idByKey.get(key(reading.words(source.name())));
        for (String synonym : source.synonyms()) {
            String key = key(reading.words(synonym));
            boolean isOneWordOfMany = !key.contains(" ") && reading.losesWords(synonym);
            if (id != null
                    && !key.isEmpty()
                    && !isOneWordOfMany
                    && !toTheLetter.contains(key)
                    && idByKey.putIfAbsent(key, id) == null) {
                addSourceWording(id, synonym, Meaning.Kind.SYNONYM);
            }
        }
    }

    private void addSourceWording(String id, String text, Meaning.Kind kind) {
        Term term = terms.get(id);
        List<Word> words = reading.words(text);
        if (term == null || term.category() == null) {
            wordings.learn(words);
        } else {
            wordings.add(new Meaning.Entry(codeable(term), text, kind, words, false));
        }
    }

    static String key(List<Word> words) {
        return words.stream().map(Word::stem).collect(Collectors.joining(" "));
    }

    private static Map<String, SourceTerm> byName(List<SourceTerm> terms) {
        Map<String, SourceTerm> byName = new HashMap<>();
        terms.forEach(term -> byName.put(term.name(), term));
        return byName;
    }

    private static String shortest(List<String> names) {
        return names.stream()
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseThrow();
    }

    static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
