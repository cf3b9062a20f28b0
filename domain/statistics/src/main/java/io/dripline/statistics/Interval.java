package io.dripline.statistics;

/**
 * A closed interval of proportions.
 *
 * @param low lower end, from 0
 * @param high upper end, from {@code low} to 1
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("expected 0 <= low <= high <= 1, found %s and %s".formatted(low, high));
        }
    }
}
