package io.dripline.statistics;

/**
 * The exact tail against a baseline that is itself an estimate: the proportion is drawn from a beta, e.g. that of a
 * study's own counts, before the exposures are.
 */
public final class PredictiveTail {

    /** As many exposed as are answered for, since every number of them may be a term. */
    public static final long MOST_EXPOSED = 10_000_000;

    private PredictiveTail() {}

    /**
     * P(X >= affected) for X beta-binomial, 0 to 1. Like {@link ExactTail}, it survives no repeated looking.
     *
     * @param counts of at most {@link #MOST_EXPOSED} exposed
     * @param proportion the beta of the proportion; (x + 1/2, n - x + 1/2) after a study of x in n
     */
    public static double upper(Counts counts, BetaPrior proportion) {
        if (counts.exposed() > MOST_EXPOSED) {
            throw new IllegalArgumentException(
                    "expected at most %d exposed, found %d".formatted(MOST_EXPOSED, counts.exposed()));
        }
        if (counts.affected() == 0) {
            return 1;
        }
        double mean = counts.exposed() * proportion.a() / (proportion.a() + proportion.b());
        return counts.affected() > mean
                ? sum(counts.exposed(), counts.affected(), 1, proportion)
                : 1 - sum(counts.exposed(), counts.affected() - 1, -1, proportion);
    }

    /** The terms from x outwards, each from the one before, until one adds nothing or none is left. */
    private static double sum(long n, long x, int step, BetaPrior beta) {
        double term = StrictMath.exp(lnTerm(n, x, beta));
        double sum = 0;
        for (long k = x; k >= 0 && k <= n && sum + term > sum; k += step) {
            sum += term;
            long low = step > 0 ? k : k - 1;
            double ratio = (double) (n - low) / (low + 1) * (beta.a() + low) / (beta.b() + n - low - 1);
            term = step > 0 ? term * ratio : term / ratio;
        }
        return Math.clamp(sum, 0, 1);
    }

    private static double lnTerm(long n, long x, BetaPrior beta) {
        return lnBeta(beta.a() + x, beta.b() + n - x)
                - lnBeta(beta.a(), beta.b())
                - lnBeta(x + 1.0, n - x + 1.0)
                - StrictMath.log(n + 1.0);
    }

    private static double lnBeta(double a, double b) {
        double share = a / (a + b);
        return Deviance.lnBetaOver(a, b, share, 1 - share) + a * StrictMath.log(share) + b * StrictMath.log1p(-share);
    }
}
