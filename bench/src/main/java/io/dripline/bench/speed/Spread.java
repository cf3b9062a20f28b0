package io.dripline.bench.speed;

import java.util.List;
import java.util.Locale;

/**
 * Figures of several rounds.
 *
 * @param median the middle one, or halfway between the two in the middle
 */
record Spread(double least, double median, double greatest) {

    /** @throws IllegalArgumentException if there is none */
    static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("expected at least one figure");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        return new Spread(sorted.getFirst(), (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2, sorted.getLast());
    }

    /** {@code median (least to greatest)}. */
    String shown(String format) {
        String one = "%" + format;
        return String.format(Locale.ROOT, one + " (" + one + " to " + one + ")", median, least, greatest);
    }
}
