package io.dripline.coding.nearest;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The spelling of words as numbers: words, pairs of words and runs of 3 to 5 letters, each counted in the bucket of its
 * hash, so that "nephropathy" and "nephritis" are alike in a few buckets. Words and letters weigh the same.
 */
final class TextFeatures {

    /** Number of buckets; two features in one bucket are rare enough. */
    static final int BUCKETS = 1 << 16;

    /** Longer texts are no term. */
    private static final int LENGTH = 200;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextFeatures() {}

    static SparseVector of(String text) {
        String[] words = words(text);
        Map<Integer, Integer> ofWords = new TreeMap<>();
        Map<Integer, Integer> ofLetters = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            count(ofWords, words[i]);
            if (i > 0) {
                count(ofWords, words[i - 1] + ' ' + words[i]);
            }
            String bounded = '^' + words[i] + '$';
            for (int length = SHORTEST; length <= LONGEST; length++) {
                for (int from = 0; from + length <= bounded.length(); from++) {
                    count(ofLetters, bounded.substring(from, from + length));
                }
            }
        }
        return unit(ofWords).and(unit(ofLetters));
    }

    private static String[] words(String text) {
        String start = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
        String plain = MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static void count(Map<Integer, Integer> counts, String feature) {
        int hash = feature.hashCode() * 0x9E3779B9;
        counts.merge((hash >>> 16) ^ (hash & 0xFFFF), 1, Integer::sum);
    }

    private static SparseVector unit(Map<Integer, Integer> counts) {
        int[] at = new int[counts.size()];
        float[] values = new float[counts.size()];
        double square = 0;
        int i = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            at[i] = count.getKey();
            values[i] = (float) (1 + Math.log(count.getValue()));
            square += values[i] * values[i];
            i++;
        }
        for (int j = 0; j < values.length; j++) {
            values[j] /= (float) Math.sqrt(square);
        }
        return new SparseVector(at, values);
    }
}
