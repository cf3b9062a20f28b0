package io.dripline.statistics;

/**
 * Where an excess is expected to lie, before any data: a Beta(a, b) that the e-process cuts to (p0, 1).
 *
 * @param a first shape, from 10^-6
 * @param b second shape, above 0
 */
public record BetaPrior(double a, double b) {

    private static final double ODDS_RATIO = 2;
    private static final double CONCENTRATION = 8;

    public BetaPrior {
        if (!(a >= 1e-6 && a < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a of the prior must be finite and at least 0.000001, found " + a);
        }
        if (!(b > 0 && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("b of the prior must be finite and above 0, found " + b);
        }
    }

    /**
     * Beta(2, (1 - 2 p0) / p0), whose mean before the cut is 2 p0: a doubling. From p0 = 0.5 on, where nothing can
     * double, Beta(1, 1).
     *
     * @param p0 the null, inside (0, 1)
     */
    public static BetaPrior defaultFor(double p0) {
        Expect.insideUnit("p0", p0);
        return p0 < 0.5 ? new BetaPrior(2, (1 - 2 * p0) / p0) : new BetaPrior(1, 1);
    }

    /**
     * The prior of monitors, Beta(c (1 + h), c (1 + 1/h)) with c = 8 and h = 2 p0 / (1 - p0), twice the odds of p0: the
     * same for every p0 on the scale of odds, where it lies about a doubling with a standard deviation of about a third
     * of the logarithm's unit. Narrower than {@link #defaultFor}, so it needs fewer exposures against an excess of a
     * quarter to a doubling and a few more against a tripling; docs/validation/signal.md compares.
     *
     * @param p0 the null, inside (0, 1)
     */
    public static BetaPrior ofMonitor(double p0) {
        Expect.insideUnit("p0", p0);
        double odds = ODDS_RATIO * p0 / (1 - p0);
        return new BetaPrior(CONCENTRATION * (1 + odds), CONCENTRATION * (1 + 1 / odds));
    }
}
