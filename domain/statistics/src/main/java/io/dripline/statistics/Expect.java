package io.dripline.statistics;

/** Refuses what no method here can answer for, naming the culprit. */
final class Expect {

    private Expect() {}

    /** A null hypothesis, level or error probability; NaN is refused too. */
    static double insideUnit(String name, double value) {
        if (!(0 < value && value < 1)) {
            throw new IllegalArgumentException("%s must lie strictly between 0 and 1, found %s".formatted(name, value));
        }
        return value;
    }

    static void someExposure(Counts counts) {
        if (counts.exposed() == 0) {
            throw new IllegalArgumentException("a proportion needs at least one exposure, found exposed 0");
        }
    }
}
