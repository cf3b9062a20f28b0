package io.dripline.statistics;

/**
 * A second opinion for a change after a good period: the cumulative sum of log-likelihood ratios, held at 0 from below,
 *
 * <pre>
 * S = max(0, S + W), W = y ln R - ln(1 - p0 + R p0), y = 1 for an affected exposure and 0 otherwise
 * </pre>
 *
 * which signals at S of at least h. It makes no promise: its run lengths say how often it signals without a change.
 *
 * <p>Source: Steiner et al. (2000), Biostatistics 1.
 *
 * @param p0 the proportion before the change, 0.001 to 0.999
 * @param oddsRatio R, the odds ratio it is tuned to, 1.2 to 100
 * @param limit h, above 0 and at most 10
 */
public record BernoulliCusum(double p0, double oddsRatio, double limit) {

    /** Below, run lengths take long to compute; 1 - p0 is bounded by the same. */
    public static final double SMALLEST_P0 = 0.001;

    /** Tuned to less, the sum moves so slowly that run lengths take long to compute. */
    public static final double SMALLEST_ODDS_RATIO = 1.2;

    /** The largest odds ratio to tune to. */
    public static final double LARGEST_ODDS_RATIO = 100;

    /** The largest limit; a run in control to it is longer than any clinic will see. */
    public static final double LARGEST_LIMIT = 10;

    private static final double GONE = 1e-17;

    public BernoulliCusum {
        if (!(SMALLEST_P0 <= p0 && p0 <= 1 - SMALLEST_P0)) {
            throw new IllegalArgumentException("p0 must lie in 0.001 to 0.999, found " + p0);
        }
        if (!(oddsRatio >= SMALLEST_ODDS_RATIO && oddsRatio <= LARGEST_ODDS_RATIO)) {
            throw new IllegalArgumentException("the odds ratio must lie in 1.2 to 100, found " + oddsRatio);
        }
        if (!(limit > 0 && limit <= LARGEST_LIMIT)) {
            throw new IllegalArgumentException("the limit h must be above 0 and at most 10, found " + limit);
        }
    }

    /** What S gains from one affected exposure; above 0. */
    double gain() {
        return StrictMath.log(oddsRatio) - loss();
    }

    /** What S loses by one unaffected exposure; above 0. */
    double loss() {
        return StrictMath.log1p(p0 * (oddsRatio - 1));
    }

    /**
     * S after one more exposure.
     *
     * @param sum S before it, 0 or more
     */
    public double after(double sum, boolean affected) {
        if (!(sum >= 0)) {
            throw new IllegalArgumentException("S must be 0 or more, found " + sum);
        }
        return affected ? sum + gain() : Math.max(0, sum - loss());
    }

    /** Mean number of exposures to a signal where nothing changed. */
    public double runLengthInControl() {
        return runLength(p0);
    }

    /** Mean number of exposures to a signal, starting from S = 0, where the odds are R times those before. */
    public double runLengthShifted() {
        return runLength(oddsRatio * p0 / (1 - p0 + oddsRatio * p0));
    }

    /**
     * Mean number of exposures to a signal, starting from S = 0. Exact: a run is a series of cycles from 0 to 0, the last
     * of which reaches h, so its length is a cycle's over the probability that a cycle reaches h. Within a cycle S is
     * fixed by how many were affected, and few such numbers keep it between 0 and h.
     *
     * @param p true proportion, inside (0, 1)
     */
    double runLength(double p) {
        Expect.insideUnit("p", p);
        double loss = loss();
        double span = gain() + loss;
        // live[i]: S is above 0 after `lowest + i` affected.
        double[] live = new double[(int) (limit / span) + 3];
        live[0] = 1;
        long lowest = 0;
        long top = 0;
        double alive = 1;
        double meanCycle = 0;
        double reached = 0;
        for (long n = 1; alive > GONE * reached; n++) {
            meanCycle += alive;
            while (top * span - n * loss < limit) {
                top++;
            }
            int highest = (int) (top - 1 - lowest);
            reached += live[highest] * p;
            alive = 0;
            for (int i = highest; i > 0; i--) {
                live[i] = live[i] * (1 - p) + live[i - 1] * p;
                alive += live[i];
            }
            live[0] *= 1 - p;
            // S > 0 after n exposures needs more than n loss / span affected.
            if ((long) Math.floor(n * loss / span) + 1 > lowest) {
                lowest++;
                System.arraycopy(live, 1, live, 0, live.length - 1);
                live[live.length - 1] = 0;
            } else {
                alive += live[0];
            }
        }
        return meanCycle / reached;
    }
}
