package io.dripline.statistics;

/**
 * How a {@link WeeklyMixture} spreads its one stake over the weeks from which a rate may have risen: fixed before the data,
 * over all weeks to come, with the sum 1.
 *
 * <pre>
 * start                                for the monitor's first week
 * (1 - start) c / ((c + k - 1)(c + k)) for its k-th later week, c = laterHalfWithin
 * </pre>
 *
 * The weeks from the k-th on hold (1 - start) c / (c + k - 1) together: half of the later weight lies on the first c later
 * weeks, three quarters on the first 3 c, and no week is without.
 *
 * @param start weight of "high from the start", {@link #LEAST} to 1 - {@link #LEAST}
 * @param laterHalfWithin c, in weeks, 1 to {@link #LONGEST_HALF}
 */
public record MixtureWeights(double start, int laterHalfWithin) {

    /** Neither the start nor the later weeks go with less. */
    public static final double LEAST = 0.001;

    /** A thousand years. */
    public static final int LONGEST_HALF = 52_000;

    /** Those of alerts whose evidence names none: 0.8, and 0.2 / (k (k+1)) for the k-th later week. */
    public static final MixtureWeights FORMER = new MixtureWeights(0.8, 1);

    private static final double DECIMALS = 1e15;

    /** Those of monitors: of all later weight half lies within half a year. Chosen in docs/validation/signal.md. */
    public static final MixtureWeights MONITOR = new MixtureWeights(0.7, 26);

    public MixtureWeights {
        if (!(LEAST <= start && start <= 1 - LEAST)) {
            throw new IllegalArgumentException("the start's weight must lie in 0.001 to 0.999, found " + start);
        }
        if (laterHalfWithin < 1 || laterHalfWithin > LONGEST_HALF) {
            throw new IllegalArgumentException("the weeks with half of the later weight must be 1 to %d, found %d"
                    .formatted(LONGEST_HALF, laterHalfWithin));
        }
    }

    /** The weight of all later weeks, as a decimal: 0.2 beside 0.8, where 1 - 0.8 is another double. */
    public double later() {
        return Math.rint((1 - start) * DECIMALS) / DECIMALS;
    }

    /**
     * The weight of one week.
     *
     * @param week 0 for the start, k for the k-th later week
     */
    public double of(int week) {
        if (week < 0) {
            throw new IllegalArgumentException("a week must be 0 or later, found " + week);
        }
        if (week == 0) {
            return start;
        }
        double upTo = (double) laterHalfWithin + week;
        return later() * laterHalfWithin / ((upTo - 1) * upTo);
    }

    /** The weight of all weeks from the k-th on, for k of 1 or more. */
    public double from(int week) {
        if (week < 1) {
            throw new IllegalArgumentException("a later week must be 1 or more, found " + week);
        }
        return later() * laterHalfWithin / ((double) laterHalfWithin + week - 1);
    }
}
