package io.dripline.statistics;

/**
 * The exact binomial interval: covers the true proportion with at least the stated level.
 *
 * <p>Source: C. Clopper and E. Pearson (1934), Biometrika 26.
 */
public final class ClopperPearson {

    private static final int MOST_STEPS = 200;

    private ClopperPearson() {}

    /**
     * Two-sided, half of the error on either side.
     *
     * @param counts with at least one exposure
     * @param level inside (0, 1), 0.95 for a 95 % interval
     */
    public static Interval interval(Counts counts, double level) {
        Expect.insideUnit("level", level);
        Expect.someExposure(counts);
        double error = (1 - level) / 2;
        return new Interval(low(counts, error), high(counts, error));
    }

    /**
     * One-sided upper limit.
     *
     * @param counts with at least one exposure
     * @param level inside (0, 1)
     */
    public static double upperLimit(Counts counts, double level) {
        Expect.insideUnit("level", level);
        Expect.someExposure(counts);
        return high(counts, 1 - level);
    }

    private static double low(Counts counts, double error) {
        return counts.affected() == 0
                ? 0
                : StrictMath.exp(lnQuantile(counts.affected(), counts.unaffected() + 1.0, error));
    }

    private static double high(Counts counts, double error) {
        return counts.unaffected() == 0
                ? 1
                : -StrictMath.expm1(lnQuantile(counts.unaffected(), counts.affected() + 1.0, error));
    }

    /**
     * ln y with P(Beta(a, b) <= y) = probability. On the logarithmic scale the distribution function of a beta with
     * a, b >= 1 is concave, so Newton's steps approach the root from the left without passing it.
     */
    private static double lnQuantile(double a, double b, double probability) {
        double target = StrictMath.log(probability);
        double u = StrictMath.log(a / (a + b));
        for (int i = 0; i < MOST_STEPS; i++) {
            double rest = -StrictMath.expm1(u);
            CutBeta cut = new CutBeta(a, b, StrictMath.exp(u), rest);
            double lnBelow = cut.lnBelow();
            double step = (target - lnBelow + cut.lnWhole()) * rest * StrictMath.exp(lnBelow);
            u += step;
            if (Math.abs(step) <= 1e-14 * Math.abs(u)) {
                return u;
            }
        }
        throw new ArithmeticException(
                "no %s quantile found for a beta with shapes %s and %s".formatted(probability, a, b));
    }
}
