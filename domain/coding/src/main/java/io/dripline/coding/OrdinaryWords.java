package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells words from gibberish. What is near to a text of strange words is near by the sound alone, so a person is asked;
 * a clinical word that no list has ("onycholysis") is no gibberish, for its ending is known.
 */
final class OrdinaryWords {

    /** Shorter ones are abbreviations, which rules read, or nothing. */
    private static final int SHORTEST = 3;

    /** A word of which a smaller share is said of one system tells none. */
    private static final double TELLING = 0.8;

    private static final Pattern CLINICAL = Pattern.compile(
            "\\p{L}{3,}(?:itis|itides|osis|oses|asis|ases|aemia|emia|lysis|pathy|pathies|algia|uria|penia|megaly|rrhoea|rrhea|rrhagia"
                    + "|plegia|paresis|trophy|plasia|oma|omas|omata|stenosis|sclerosis|ectasis|ptosis|opia|opsia|phasia|phagia|phonia"
                    + "|arthria|lalia|praxia|asthenia|aesthesia|esthesia|oedema|edema|dermia|derma|toxicity|cytosis|philia|mania|phobia"
                    + "|pnoea|pnea|thorax|cele|lith|lithiasis|spasm|mastia|motility|genic|blastoma|sarcoma|carcinoma)");

    /** Of so many words one must be known. */
    private static final int UNHEARD = 3;

    private final Wordings wordings;
    private final Map<String, int[]> systems = new HashMap<>();

    OrdinaryWords(Vocabulary vocabulary) {
        this.wordings = vocabulary.wordings();
        ReadTokens tokens = new ReadTokens(vocabulary.forms());
        Stream.concat(Vocabulary.layPhrases().stream(), Vocabulary.plainWords().stream())
                .forEach(phrase -> words(tokens, phrase.text())
                        .forEach(
                                word -> systems.computeIfAbsent(word.stem(), stem -> new int[Category.values().length])[
                                        phrase.category().ordinal()]++));
    }

    private static List<Word> words(ReadTokens tokens, String text) {
        return tokens.read(text).stream()
                .flatMap(token -> token.words().stream())
                .toList();
    }

    /** Whether nothing near could be what these words say: none of them tells a system, or most of them are unheard of. */
    boolean areStrange(List<Word> words) {
        long known = words.stream().filter(this::isKnown).count();
        return UNHEARD * known < words.size() || words.stream().noneMatch(this::tells);
    }

    private boolean isKnown(Word word) {
        return wordings.knows(word) || systems.containsKey(word.stem()) || isClinical(word);
    }

    private boolean tells(Word word) {
        if (word.plain().length() < SHORTEST || word.change() == Word.Change.EXPANDED) {
            return false;
        }
        return wordings.knows(word) || isSaidOfOne(word) || isClinical(word);
    }

    private boolean isSaidOfOne(Word word) {
        int[] times = systems.get(word.stem());
        return times != null
                && Arrays.stream(times).max().orElse(0)
                        >= TELLING * Arrays.stream(times).sum();
    }

    private static boolean isClinical(Word word) {
        return CLINICAL.matcher(word.plain()).matches();
    }
}
