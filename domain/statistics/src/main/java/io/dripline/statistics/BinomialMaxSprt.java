package io.dripline.statistics;

import java.util.stream.DoubleStream;

/**
 * A second opinion beside the e-process: the binomial maximised sequential probability ratio test, looked at after every
 * exposure up to a horizon stated beforehand. A signal lies above the critical value, with at least the minimum affected.
 *
 * <p>Source: Kulldorff et al. (2011), Sequential Analysis 30.
 */
public final class BinomialMaxSprt {

    /** The longest horizon answered for; a critical value then takes well under a second. */
    public static final int LONGEST_HORIZON = 10_000;

    /** The smallest alpha answered for: the sums of smaller probabilities would be of numbers that lose their digits. */
    public static final double SMALLEST_ALPHA = 1e-100;

    private static final double NARROW = 1e-3;

    private BinomialMaxSprt() {}

    /**
     * The log-likelihood ratio of the observed proportion against p0; 0 unless the proportion is the larger.
     *
     * @param p0 inside (0, 1)
     */
    public static double llr(Counts counts, double p0) {
        Expect.insideUnit("p0", p0);
        return llr(counts.exposed(), counts.affected(), p0);
    }

    /**
     * The largest attainable log-likelihood ratio that must not signal, so that a false alarm up to the horizon has at
     * most probability alpha; 0 where every excess with the minimum affected may signal.
     *
     * @param horizon exposures after which the test ends, 1 to {@link #LONGEST_HORIZON}
     * @param p0 inside (0, 1)
     * @param alpha from {@link #SMALLEST_ALPHA}, below 1
     * @param minimumAffected affected without whom there is no signal, 1 to {@code horizon}
     */
    public static double criticalValue(int horizon, double p0, double alpha, int minimumAffected) {
        Expect.insideUnit("p0", p0);
        if (!(alpha >= SMALLEST_ALPHA && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha must be at least %s and below 1, found %s".formatted(SMALLEST_ALPHA, alpha));
        }
        expectPlan(horizon, minimumAffected);
        if (!alarmsTooOften(0, horizon, p0, alpha, minimumAffected)) {
            return 0;
        }
        double tooLow = 0;
        double enough = llr(horizon, horizon, p0);
        while (enough - tooLow > NARROW) {
            double middle = tooLow + (enough - tooLow) / 2;
            if (alarmsTooOften(middle, horizon, p0, alpha, minimumAffected)) {
                tooLow = middle;
            } else {
                enough = middle;
            }
        }
        double[] candidates = attainable(tooLow, enough, horizon, p0, minimumAffected);
        int below = -1;
        int found = candidates.length - 1;
        while (found - below > 1) {
            int middle = (below + found) >>> 1;
            if (alarmsTooOften(candidates[middle], horizon, p0, alpha, minimumAffected)) {
                below = middle;
            } else {
                found = middle;
            }
        }
        return candidates[found];
    }

    /**
     * The probability, at p0, that the test signals up to the horizon, to within 1e-17.
     *
     * @param criticalValue above which a log-likelihood ratio signals, 0 or more
     */
    public static double falseAlarmProbability(int horizon, double p0, double criticalValue, int minimumAffected) {
        Expect.insideUnit("p0", p0);
        expectPlan(horizon, minimumAffected);
        if (!(criticalValue >= 0)) {
            throw new IllegalArgumentException("a critical value must be 0 or more, found " + criticalValue);
        }
        return signalled(criticalValue, horizon, p0, 1, minimumAffected);
    }

    private static void expectPlan(int horizon, int minimumAffected) {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "the horizon must be 1 to %d exposures, found %d".formatted(LONGEST_HORIZON, horizon));
        }
        if (minimumAffected < 1 || minimumAffected > horizon) {
            throw new IllegalArgumentException("the minimum affected must be 1 to the horizon of %d, found %d"
                    .formatted(horizon, minimumAffected));
        }
    }

    private static double llr(long exposed, long affected, double p0) {
        return affected <= exposed * p0 ? 0 : Deviance.of(affected, exposed - affected, p0, 1 - p0);
    }

    private static boolean alarmsTooOften(double criticalValue, int horizon, double p0, double alpha, int minimum) {
        return signalled(criticalValue, horizon, p0, alpha, minimum) > alpha;
    }

    /** The probability of a signal; once beyond {@code enough} it may stop early. */
    private static double signalled(double criticalValue, int horizon, double p0, double enough, int minimum) {
        LivePaths paths = new LivePaths(horizon, p0, enough);
        double signalled = 0;
        int boundary = minimum;
        for (int n = 1; n <= horizon && signalled <= enough; n++) {
            boundary = boundary(boundary, criticalValue, n, p0);
            signalled += paths.step(boundary);
        }
        return signalled;
    }

    /** The smallest affected that signals at n, or n + 1; it never falls as n grows, so the search goes on from the last. */
    private static int boundary(int last, double criticalValue, int n, double p0) {
        int boundary = last;
        while (boundary <= n && llr(n, boundary, p0) <= criticalValue) {
            boundary++;
        }
        return boundary;
    }

    /** Every value in (above, upTo] that the ratio can take, ascending. */
    private static double[] attainable(double above, double upTo, int horizon, double p0, int minimum) {
        DoubleStream.Builder values = DoubleStream.builder();
        int boundary = minimum;
        for (int n = 1; n <= horizon; n++) {
            boundary = boundary(boundary, above, n, p0);
            for (int x = boundary; x <= n; x++) {
                double value = llr(n, x, p0);
                if (value > upTo) {
                    break;
                }
                values.add(value);
            }
        }
        return values.build().sorted().distinct().toArray();
    }

    /**
     * The distribution of the number affected over paths that have not signalled. Only a band of it is kept: states below
     * 10^-25, and far below what is enough, are dropped; together less than 10^-17, and than 10^-12 of what is enough, over the
     * longest horizon.
     */
    private static final class LivePaths {

        private static final double NEGLIGIBLE = 1e-25;
        private static final double NEGLIGIBLE_SHARE = 1e-20;

        private final double negligible;
        private final double[] probability;
        private final double p0;
        private int low = 0;
        private int high = 0;

        LivePaths(int horizon, double p0, double enough) {
            this.negligible = Math.min(NEGLIGIBLE, enough * NEGLIGIBLE_SHARE);
            this.probability = new double[horizon + 1];
            this.probability[0] = 1;
            this.p0 = p0;
        }

        /** One more exposure; answers the probability that leaves at or above the boundary. */
        double step(int boundary) {
            if (low > high) {
                return 0;
            }
            double q0 = 1 - p0;
            probability[high + 1] = probability[high] * p0;
            for (int x = high; x > low; x--) {
                probability[x] = probability[x] * q0 + probability[x - 1] * p0;
            }
            probability[low] *= q0;
            high++;
            double left = 0;
            for (; high >= low && high >= boundary; high--) {
                left += probability[high];
            }
            while (high >= low && probability[high] < negligible) {
                high--;
            }
            while (low <= high && probability[low] < negligible) {
                low++;
            }
            return left;
        }
    }
}
