package io.dripline.statistics;

/**
 * The integral of t^(a-1) (1-t)^(b-1), cut at p. All logarithms are relative to p^a q^b, the factor that would underflow:
 * it cancels wherever two of them are subtracted, so tails of 10^-100000 keep their digits.
 *
 * <p>Apache Commons' RegularizedBeta has no logarithmic tail: at 100 of 100,000 against 0.08 it answers 0, and E would be
 * nothing. It also rests on {@link Math}, whose last bit differs between machines. Where it is strong the tests compare.
 *
 * <p>Source: continued fraction of DiDonato and Morris (1992), ACM TOMS 18, algorithm 708 (BFRAC).
 *
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @param p where the integral is cut, inside (0, 1)
 * @param q 1 - p, given apart so that a p next to 1 keeps its digits
 */
record CutBeta(double a, double b, double p, double q) {

    private static final double PRECISION = 4.5e-16;
    /** The fraction takes about the square root of a + b steps; this allows for 10^12. */
    private static final int MOST_STEPS = 10_000_000;

    static CutBeta at(double p, double a, double b) {
        return new CutBeta(a, b, p, 1 - p);
    }

    /** ln of the integral from 0 to 1. */
    double lnWhole() {
        return Deviance.lnBetaOver(a, b, p, q);
    }

    /** ln of the integral from 0 to p. */
    double lnBelow() {
        double excess = Deviance.excess(a, b, p, q);
        return excess >= 0 ? StrictMath.log(fraction(a, b, p, q, excess)) : lnRest(fraction(b, a, q, p, -excess));
    }

    /** ln of the integral from p to 1. */
    double lnAbove() {
        return new CutBeta(b, a, q, p).lnBelow();
    }

    /** The regularised integral from 0 to p: P(Beta(a, b) <= p). */
    double below() {
        double excess = Deviance.excess(a, b, p, q);
        return excess >= 0
                ? fraction(a, b, p, q, excess) * StrictMath.exp(-lnWhole())
                : 1 - fraction(b, a, q, p, -excess) * StrictMath.exp(-lnWhole());
    }

    private double lnRest(double part) {
        double whole = lnWhole();
        return whole + StrictMath.log1p(-part * StrictMath.exp(-whole));
    }

    /** The integral from 0 to x over x^a y^b, where x lies at or below the mean: excess = a - (a + b) x >= 0. */
    private static double fraction(double a, double b, double x, double y, double excess) {
        double c = 1 + excess;
        double c0 = b / a;
        double c1 = 1 + 1 / a;
        double an = 0;
        double bn = 1;
        double an1 = 1;
        double bn1 = c / c1;
        double r = c1 / c;
        double p = 1;
        double s = a + 1;
        for (int n = 1; n < MOST_STEPS; n++) {
            double t = n / a;
            double w = n * (b - n) * x;
            double e = a / s;
            double alpha = p * (p + c0) * e * e * (w * x);
            double beta = n + w / s + (t + 1) / (c1 + t + t) * (c + n * (1 + y));
            p = t + 1;
            s += 2;
            double an2 = alpha * an + beta * an1;
            double bn2 = alpha * bn + beta * bn1;
            double before = r;
            r = an2 / bn2;
            if (Math.abs(r - before) <= PRECISION * r) {
                return r;
            }
            an = an1 / bn2;
            bn = bn1 / bn2;
            an1 = r;
            bn1 = 1;
        }
        throw new ArithmeticException("the beta tail at %s with shapes %s and %s did not converge".formatted(x, a, b));
    }
}
