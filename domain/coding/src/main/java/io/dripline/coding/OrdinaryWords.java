package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells words from gibberish. What is near to a text of strange words is near by the sound alone, so a person is asked;
 * a clinical word that no list has ("onycholysis") is no gibberish, for its ending is known.
 */
final class OrdinaryWords {

    /** Shorter ones are abbreviations, which rules read, or nothing. */
    private static final int SHORTEST = 3;

    /** Shorter ones are said of everything, but for a few like "pee". */
    private static final int SHORTEST_OF_PATIENTS = 5;

    /** A word of patients that no wording has tells where so much of what they say with it is about one system. */
    private static final double TELLING = 0.8;

    /** A longer word of a wording tells unless less than this is. */
    private static final double SPREAD = 0.5;

    private static final Pattern CLINICAL = Pattern.compile(
            "\\p{L}{3,}(?:itis|itides|osis|oses|asis|ases|aemia|emia|lysis|pathy|pathies|algia|uria|penia|megaly|rrhoea|rrhea|rrhagia"
                    + "|plegia|paresis|trophy|plasia|oma|omas|omata|stenosis|sclerosis|ectasis|ptosis|opia|opsia|phasia|phagia|phonia"
                    + "|arthria|lalia|praxia|asthenia|aesthesia|esthesia|oedema|edema|dermia|derma|toxicity|cytosis|philia|mania|phobia"
                    + "|pnoea|pnea|thorax|cele|lith|lithiasis|spasm|mastia|motility|genic|blastoma|sarcoma|carcinoma)");

    /** Of so many words one must be known. */
    private static final int UNHEARD = 3;

    private final Wordings wordings;
    private final int[] phrases = new int[Category.values().length];
    private final Map<String, int[]> systems = new HashMap<>();

    OrdinaryWords(Vocabulary vocabulary) {
        this.wordings = vocabulary.wordings();
        ReadTokens tokens = new ReadTokens(vocabulary.forms());
        Stream.concat(Vocabulary.layPhrases().stream(), Vocabulary.plainWords().stream())
                .forEach(phrase -> {
                    int system = phrase.category().ordinal();
                    phrases[system]++;
                    for (Word word : words(tokens, phrase.text())) {
                        systems.computeIfAbsent(word.stem(), stem -> new int[phrases.length])[system]++;
                    }
                });
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

    boolean areMostlyKnown(List<Word> words) {
        return 2 * words.stream().filter(this::isKnown).count() > words.size();
    }

    private boolean isKnown(Word word) {
        return wordings.knows(word) || systems.containsKey(word.stem()) || isClinical(word);
    }

    private boolean tells(Word word) {
        if (word.plain().length() < SHORTEST || word.change() == Word.Change.EXPANDED) {
            return false;
        }
        double ofOne = shareOfOne(word);
        if (wordings.knows(word)) {
            return ofOne >= (word.plain().length() < SHORTEST_OF_PATIENTS ? TELLING : SPREAD);
        }
        return isClinical(word)
                || (word.plain().length() >= SHORTEST_OF_PATIENTS
                        && systems.containsKey(word.stem())
                        && ofOne >= TELLING);
    }

    /** How much of what patients say with the word is about one system, each system's phrases counting alike; 1: never said. */
    private double shareOfOne(Word word) {
        int[] times = systems.get(word.stem());
        if (times == null) {
            return 1;
        }
        double[] shares = IntStream.range(0, times.length)
                .mapToDouble(system -> (double) times[system] / phrases[system])
                .toArray();
        return Arrays.stream(shares).max().orElse(0) / Arrays.stream(shares).sum();
    }

    private static boolean isClinical(Word word) {
        return CLINICAL.matcher(word.plain()).matches();
    }
}
