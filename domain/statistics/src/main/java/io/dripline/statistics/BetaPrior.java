package io.dripline.statistics;

/**
 * Where an excess is expected to lie, before any data: a Beta(a, b) that the e-process cuts to (p0, 1).
 *
 * @param a first shape, from 10^-6
 * @param b second shape, above 0
 */
public record BetaPrior(double a, double b) {

    /** Where the monitors' prior lies: the odds are thought to be about doubled. */
    public static final double MONITOR_ODDS_RATIO = 2;

    /** How narrow the monitors' prior is, c of {@link #aboutOdds}. */
    public static final double MONITOR_CONCENTRATION = 8;

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
        return aboutOdds(p0, MONITOR_CONCENTRATION, MONITOR_ODDS_RATIO);
    }

    /**
     * Beta(c (1 + h), c (1 + 1/h)) with h = ratio p0 / (1 - p0): about a ratio of odds to those of p0, with 1/a + 1/b = 1/c
     * whatever p0 is, which is about the variance of the ratio's logarithm.
     *
     * @param p0 the null, inside (0, 1)
     * @param concentration c, above 0
     * @param oddsRatio above 0
     */
    public static BetaPrior aboutOdds(double p0, double concentration, double oddsRatio) {
        Expect.insideUnit("p0", p0);
        double odds = oddsRatio * p0 / (1 - p0);
        return new BetaPrior(concentration * (1 + odds), concentration * (1 + 1 / odds));
    }
}
