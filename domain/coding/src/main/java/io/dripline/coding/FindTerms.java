package io.dripline.coding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds terms by what a person types: names that begin so, then names that hold every word, then names that are spelled
 * alike.
 */
public final class FindTerms {

    private static final double ALIKE = 0.4;

    private final Vocabulary vocabulary;

    public FindTerms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The terms that can be coded with and fit the query, best first, at most {@code limit}; all for an empty one. */
    public List<Term> matching(String query, int limit) {
        String asked = plain(query);
        return vocabulary.terms().stream()
                .filter(term -> term.category() != null)
                .map(term ->
                        new Scored(term, Math.max(score(plain(term.name()), asked), score(plain(term.id()), asked))))
                .filter(scored -> scored.score() >= ALIKE)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.term().name().length())
                        .thenComparing(scored -> scored.term().id()))
                .limit(limit)
                .map(Scored::term)
                .toList();
    }

    private record Scored(Term term, double score) {}

    private static double score(String name, String asked) {
        if (name.equals(asked)) {
            return 4;
        }
        if (name.startsWith(asked)) {
            return 3;
        }
        if (Arrays.stream(asked.split(" ")).allMatch(word -> (" " + name).contains(" " + word))) {
            return 2;
        }
        return likeness(name, asked);
    }

    /** Pairs of letters in common, of all pairs of both (Dice). */
    private static double likeness(String name, String asked) {
        Set<String> pairs = pairsOf(name);
        Set<String> others = pairsOf(asked);
        int all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all == 0 ? 0 : 2.0 * pairs.size() / all;
    }

    private static Set<String> pairsOf(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
