package io.dripline.coding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Corrects one wrong, missing, superfluous or swapped letter in a long word that is not known, if exactly one known
 * word with the same first letter is that near.
 */
final class CorrectSpelling {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 30;

    private final Set<String> stems = new HashSet<>();
    private final Set<String> learnt = new HashSet<>();
    private final Map<String, Set<Word>> byShortened = new HashMap<>();

    void learn(Word word) {
        stems.add(word.stem());
        if (learnt.add(word.spelt()) && fits(word.spelt())) {
            for (String shortened : shortened(word.spelt())) {
                byShortened.computeIfAbsent(shortened, s -> new HashSet<>(2)).add(word);
            }
        }
    }

    /** A word that is right as it is, but that no other is corrected to. */
    void know(Word word) {
        stems.add(word.stem());
    }

    Word correct(Word word) {
        String spelt = word.spelt();
        if (stems.contains(word.stem()) || !fits(spelt)) {
            return word;
        }
        Set<String> corrections = new TreeSet<>();
        Word correction = word;
        for (String shortened : shortened(spelt)) {
            for (Word near : byShortened.getOrDefault(shortened, Set.of())) {
                if (near.spelt().charAt(0) == spelt.charAt(0) && isOneErrorApart(near.spelt(), spelt)) {
                    corrections.add(near.stem());
                    correction = near;
                }
            }
        }
        return corrections.size() == 1 ? new Word(word.plain(), spelt, correction.stem(), Word.Change.CORRECTED) : word;
    }

    private static boolean fits(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST;
    }

    /** The word itself and the word without one of its letters; words one error apart have one of these in common. */
    private static List<String> shortened(String word) {
        Set<String> all = new HashSet<>();
        all.add(word);
        for (int i = 0; i < word.length(); i++) {
            all.add(word.substring(0, i) + word.substring(i + 1));
        }
        return List.copyOf(all);
    }

    static boolean isOneErrorApart(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int restA = a.length() - start - end;
        int restB = b.length() - start - end;
        if (restA <= 1 && restB <= 1) {
            return restA + restB > 0;
        }
        return restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
