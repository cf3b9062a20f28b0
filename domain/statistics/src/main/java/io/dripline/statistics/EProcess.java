package io.dripline.statistics;

/**
 * Evidence against "the true proportion is at most p0" that may be looked at after every exposure: the likelihood ratio
 * against p0, averaged over a beta prior cut to (p0, 1). Under the null P(E ever reaches 1/alpha) is at most alpha
 * ({@link VilleInequality}). It depends on the counts alone, not on their order.
 *
 * <pre>
 * ln E(n, x) = lnB(a+x, b+n-x) + ln[1 - I_p0(a+x, b+n-x)] - lnB(a, b) - ln[1 - I_p0(a, b)] - x ln p0 - (n-x) ln(1-p0)
 * </pre>
 *
 * <p>Sources: H. Robbins (1970), Ann. Math. Stat. 41 (mixtures); Howard, Ramdas et al. (2021), Ann. Stat. 49.
 *
 * @param p0 the largest proportion that is no excess, inside (0, 1)
 * @param prior where an excess is expected; fixed before the data
 */
public record EProcess(double p0, BetaPrior prior) {

    public EProcess {
        Expect.insideUnit("p0", p0);
    }

    /** With the default prior for p0. */
    public static EProcess against(double p0) {
        return new EProcess(p0, BetaPrior.defaultFor(p0));
    }

    /**
     * The natural logarithm of E; 0 without exposure. It grows with the affected. Checked to 10^-11, or 14 digits beyond
     * 1,000, for up to 10^7 exposures and p0 down to 10^-6.
     */
    public double lnE(Counts counts) {
        return lnE(counts, lnPriorAboveNull());
    }

    /** {@link #lnE(Counts)} for callers who ask often and so keep {@link #lnPriorAboveNull()}. */
    double lnE(Counts counts, double lnPriorAboveNull) {
        return lnAboveNull(counts) - lnPriorAboveNull;
    }

    double lnPriorAboveNull() {
        return lnAboveNull(Counts.ZERO);
    }

    /**
     * The smallest number affected of {@code exposed} at which E reaches the threshold.
     *
     * @param exposed 0 or more
     * @param threshold on the scale of E, 1 or more, see {@link VilleInequality#threshold}
     * @return 0 to {@code exposed}, or {@code exposed + 1} where even all of them affected would not reach it
     */
    public long smallestAffectedToAlert(long exposed, double threshold) {
        if (!(threshold >= 1 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the threshold for E must be finite and at least 1, found " + threshold);
        }
        double target = StrictMath.log(threshold);
        double lnPriorAboveNull = lnPriorAboveNull();
        long below = -1;
        long reached = new Counts(exposed, 0).exposed() + 1;
        while (reached - below > 1) {
            long middle = below + (reached - below) / 2;
            if (lnE(new Counts(exposed, middle), lnPriorAboveNull) >= target) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return reached;
    }

    /** The posterior's mass above p0, over p0^(a+x) (1-p0)^(b+n-x). */
    private double lnAboveNull(Counts counts) {
        return CutBeta.at(p0, prior.a() + counts.affected(), prior.b() + counts.unaffected())
                .lnAbove();
    }
}
