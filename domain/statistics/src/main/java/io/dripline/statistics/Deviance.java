package io.dripline.statistics;

/**
 * Saddle-point pieces of binomial and beta probabilities, free of cancellation for any size.
 *
 * <p>Source: C. Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
final class Deviance {

    private static final double HALF_LN_2_PI = 0.918938533204672741780329736406;

    private Deviance() {}

    /**
     * a ln(a / (N p)) + b ln(b / (N q)) with N = a + b: the log-likelihood ratio of a of N against the probability p.
     *
     * @param a weight of the one outcome, 0 or more
     * @param b weight of the other outcome, 0 or more
     * @param p probability of the one outcome, inside (0, 1)
     * @param q 1 - p
     */
    static double of(double a, double b, double p, double q) {
        double excess = excess(a, b, p, q);
        return part(a, (a + b) * p, excess) + part(b, (a + b) * q, -excess);
    }

    /** a - (a + b) p, taken from the smaller of p and q, which carries the more exact digits. */
    static double excess(double a, double b, double p, double q) {
        return p <= q ? a - (a + b) * p : (a + b) * q - b;
    }

    /** x ln(x / m) + m - x, with d = x - m: the log-likelihood ratio of x events against m expected ones. */
    static double part(double x, double m, double d) {
        if (x == 0) {
            return m;
        }
        if (Math.abs(d) >= 0.1 * (x + m)) {
            return x * StrictMath.log(x / m) - d;
        }
        double v = d / (x + m);
        double sum = d * v;
        double term = 2 * x * v;
        for (int k = 3; ; k += 2) {
            term *= v * v;
            double next = sum + term / k;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** ln Gamma(z) - [(z - 1/2) ln z - z + ln(2 pi) / 2] for z > 0: what Stirling's formula leaves over. */
    static double stirlingError(double z) {
        double above = 0;
        double y = z;
        while (y < 16) {
            above += (y + 0.5) * StrictMath.log1p(1 / y) - 1;
            y++;
        }
        double r = 1 / (y * y);
        double series = (1.0 / 12
                        - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 * r) * r) * r) * r) * r)
                / y;
        return above + series;
    }

    /** ln j! for j of 0 or more. */
    static double lnFactorial(int j) {
        double z = j + 1.0;
        return (z - 0.5) * StrictMath.log(z) - z + HALF_LN_2_PI + stirlingError(z);
    }

    /** ln B(a, b) - a ln p - b ln q, for a, b > 0. */
    static double lnBetaOver(double a, double b, double p, double q) {
        double n = a + b;
        double scale = HALF_LN_2_PI + 0.5 * (StrictMath.log(n / a) - StrictMath.log(b));
        return of(a, b, p, q) + scale + stirlingError(a) + stirlingError(b) - stirlingError(n);
    }
}
