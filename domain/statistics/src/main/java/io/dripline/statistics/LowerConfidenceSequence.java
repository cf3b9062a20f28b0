package io.dripline.statistics;

/**
 * A lower limit for the true proportion that holds at all looks at once: the smallest p0 that the e-process, its prior
 * held fixed, has not refuted.
 *
 * <p>Source: Howard, Ramdas et al. (2021), Ann. Stat. 49.
 */
public final class LowerConfidenceSequence {

    private LowerConfidenceSequence() {}

    /**
     * The smallest p0 with E below 1/alpha, 0 to affected/exposed. E falls as p0 rises up to there, for every beta prior,
     * so there is one such point.
     *
     * @param prior fixed before the data
     * @param alpha error probability over all looks, inside (0, 1)
     */
    public static double limit(Counts counts, BetaPrior prior, double alpha) {
        Expect.insideUnit("alpha", alpha);
        if (counts.affected() == 0) {
            return 0;
        }
        double target = -StrictMath.log(alpha);
        double high = Math.min((double) counts.affected() / counts.exposed(), Math.nextDown(1.0));
        double low = high;
        while (lnE(low, counts, prior) < target) {
            high = low;
            low /= 2;
            if (low < Double.MIN_NORMAL) {
                return 0;
            }
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return high;
            }
            if (lnE(middle, counts, prior) >= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double lnE(double p0, Counts counts, BetaPrior prior) {
        return new EProcess(p0, prior).lnE(counts);
    }
}
