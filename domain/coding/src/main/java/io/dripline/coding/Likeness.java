package io.dripline.coding;

import io.dripline.contracts.coding.CodingMethod;
import java.util.List;
import java.util.function.Function;

/**
 * How a report's words differ from the wording they matched. The confidences are set by order of trust, not measured.
 */
record Likeness(CodingMethod method, double confidence) {

    static final Likeness SAME_WORDS_IN_OTHER_ORDER = new Likeness(CodingMethod.TOKEN_SET, 0.90);

    private static final double LOST_BY_INFLECTION = 0.02;
    private static final double LOST_BY_CORRECTION = 0.06;

    static Likeness of(Meaning.Entry entry, List<Word> words) {
        return switch (entry.kind()) {
            case NAME -> ofName(entry, words);
            case LEXICON -> new Likeness(CodingMethod.LEXICON, round(0.99 - lost(entry, words)));
            case SYNONYM -> new Likeness(CodingMethod.SYNONYM, round(0.97 - lost(entry, words)));
            case MEDDRA -> new Likeness(CodingMethod.MEDDRA, round(0.97 - lost(entry, words)));
        };
    }

    private static Likeness ofName(Meaning.Entry entry, List<Word> words) {
        if (isChanged(words, Word.Change.CORRECTED)) {
            return new Likeness(CodingMethod.SPELLING, round(1 - LOST_BY_CORRECTION));
        }
        if (isChanged(words, Word.Change.EXPANDED)) {
            return new Likeness(CodingMethod.LEXICON, 0.99);
        }
        if (equal(entry, words, Word::plain)) {
            return new Likeness(CodingMethod.EXACT, 1);
        }
        if (equal(entry, words, Word::spelt)) {
            return new Likeness(CodingMethod.SPELLING, 0.99);
        }
        return isChanged(words, Word.Change.EQUAL)
                ? new Likeness(CodingMethod.SYNONYM, 0.97)
                : new Likeness(CodingMethod.INFLECTED, round(1 - LOST_BY_INFLECTION));
    }

    private static double lost(Meaning.Entry entry, List<Word> words) {
        if (isChanged(words, Word.Change.CORRECTED)) {
            return LOST_BY_CORRECTION;
        }
        return equal(entry, words, Word::spelt) ? 0 : LOST_BY_INFLECTION;
    }

    private static boolean isChanged(List<Word> words, Word.Change change) {
        return words.stream().anyMatch(word -> word.change() == change);
    }

    private static boolean equal(Meaning.Entry entry, List<Word> words, Function<Word, String> depth) {
        return entry.words().stream()
                .map(depth)
                .toList()
                .equals(words.stream().map(depth).toList());
    }

    private static double round(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
