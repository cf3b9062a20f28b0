package io.dripline.statistics;

/**
 * A second opinion beside the e-process: the Poisson maximised sequential probability ratio test, looked at in continuous
 * time up to a horizon of expected events stated beforehand. A signal lies at or above the critical value, with at least
 * the minimum affected.
 *
 * <p>Exact: the c-th event signals if it comes before {@code c} expected events have passed that make the ratio equal to
 * the critical value, so the test is a Poisson process against a staircase of such times.
 *
 * <p>Source: Kulldorff et al. (2011), Sequential Analysis 30.
 */
public final class PoissonMaxSprt {

    /** The longest horizon answered for, in expected events. */
    public static final double LONGEST_HORIZON = 1_000;

    private static final double PRECISE = 1e-10;

    private PoissonMaxSprt() {}

    /**
     * How the test does where events are {@code relativeRisk} times as frequent as expected.
     *
     * @param power probability of a signal up to the horizon, 0 to 1
     * @param meanTimeToSignal expected events under the null at the signal, given that there is one; 0 where there is none
     * @param meanTime expected events under the null at the end, signal or horizon
     */
    public record Performance(double power, double meanTimeToSignal, double meanTime) {}

    /**
     * The log-likelihood ratio of the observed number against the expected one; 0 unless it is the larger.
     *
     * @param affected 0 or more
     * @param expected above 0
     */
    public static double llr(long affected, double expected) {
        if (affected < 0) {
            throw new IllegalArgumentException("the affected must be 0 or more, found " + affected);
        }
        expectPositive("the expected number", expected);
        return affected <= expected ? 0 : expected - affected + affected * StrictMath.log(affected / expected);
    }

    /**
     * The critical value at which a false alarm up to the horizon has probability alpha; 0 where every excess with the
     * minimum affected may signal.
     *
     * @param horizon expected events after which the test ends, above 0, at most {@link #LONGEST_HORIZON}
     * @param alpha inside (0, 1)
     * @param minimumAffected affected without whom there is no signal, 1 or more
     */
    public static double criticalValue(double horizon, double alpha, int minimumAffected) {
        Expect.insideUnit("alpha", alpha);
        expectPlan(horizon, minimumAffected);
        double tooLow = 0;
        if (alarmed(horizon, tooLow, minimumAffected) <= alpha) {
            return 0;
        }
        double enough = 1;
        while (alarmed(horizon, enough, minimumAffected) > alpha) {
            tooLow = enough;
            enough *= 2;
        }
        while (enough - tooLow > PRECISE) {
            double middle = tooLow + (enough - tooLow) / 2;
            if (alarmed(horizon, middle, minimumAffected) > alpha) {
                tooLow = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /**
     * The exact performance.
     *
     * @param criticalValue from which a log-likelihood ratio signals, 0 or more
     * @param relativeRisk true over expected rate, above 0 and at most 1,000; at 1 the power is that of a false alarm
     */
    public static Performance performance(
            double horizon, double criticalValue, int minimumAffected, double relativeRisk) {
        expectPlan(horizon, minimumAffected);
        expectPositive("the relative risk", relativeRisk);
        if (relativeRisk > 1_000) {
            throw new IllegalArgumentException("the relative risk must be at most 1000, found " + relativeRisk);
        }
        if (!(criticalValue >= 0 && criticalValue < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a critical value must be finite, 0 or more, found " + criticalValue);
        }
        Staircase staircase = new Staircase(criticalValue, horizon, minimumAffected);
        LivePaths paths = new LivePaths(relativeRisk);
        double before = 0;
        for (int step = minimumAffected; before < horizon; step++) {
            double time = staircase.time(step);
            paths.pass(time - before, step);
            before = time;
        }
        double power = 1 - paths.alive();
        double meanAtSignal = (paths.meanTime() - horizon * paths.alive()) / power;
        return new Performance(power, power > 0 ? meanAtSignal : 0, paths.meanTime());
    }

    private static double alarmed(double horizon, double criticalValue, int minimumAffected) {
        return performance(horizon, criticalValue, minimumAffected, 1).power();
    }

    private static void expectPlan(double horizon, int minimumAffected) {
        if (!(horizon > 0 && horizon <= LONGEST_HORIZON)) {
            throw new IllegalArgumentException("the horizon must be above 0 and at most %s expected events, found %s"
                    .formatted(LONGEST_HORIZON, horizon));
        }
        if (minimumAffected < 1) {
            throw new IllegalArgumentException("the minimum affected must be 1 or more, found " + minimumAffected);
        }
    }

    private static void expectPositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be finite and above 0, found %s".formatted(name, value));
        }
    }

    /** Up to which time, in expected events, a number of events signals. */
    private record Staircase(double criticalValue, double horizon, int minimum) {

        /** The root of {@code llr(affected, time) = criticalValue}, or the horizon if it comes first. */
        double time(int affected) {
            double target = criticalValue / affected;
            // time = affected e^-u turns the equation into e^-u - 1 + u = target, convex: Newton from the right.
            double u = target + 1;
            while (true) {
                double step = (StrictMath.expm1(-u) + u - target) / -StrictMath.expm1(-u);
                if (!(step > 1e-15 * u)) {
                    return Math.min(horizon, affected * StrictMath.exp(-u));
                }
                u -= step;
            }
        }
    }

    /** The distribution of the number of events over paths that have not signalled. */
    private static final class LivePaths {

        private static final double NEGLIGIBLE = 1e-25;

        private final double rate;
        private double[] probability = {1};
        private double meanTime;

        LivePaths(double rate) {
            this.rate = rate;
        }

        double alive() {
            double alive = 0;
            for (double part : probability) {
                alive += part;
            }
            return Math.min(1, alive);
        }

        double meanTime() {
            return meanTime;
        }

        /** Time passes, during which the {@code boundary}-th event signals. */
        void pass(double time, int boundary) {
            double mean = rate * time;
            double[] more = poisson(mean, boundary);
            double[] waiting = waiting(more, mean);
            double[] next = new double[boundary];
            for (int k = 0; k < probability.length; k++) {
                if (probability[k] < NEGLIGIBLE) {
                    continue;
                }
                meanTime += probability[k] * waiting[boundary - 1 - k] / rate;
                for (int j = 0; j < boundary - k && (j <= mean || more[j] >= NEGLIGIBLE); j++) {
                    next[k + j] += probability[k] * more[j];
                }
            }
            probability = next;
        }

        private static double[] poisson(double mean, int length) {
            double[] probability = new double[length];
            for (int j = 0; j < length; j++) {
                probability[j] =
                        mean == 0 ? (j == 0 ? 1 : 0) : StrictMath.exp(j * StrictMath.log(mean) - mean - lnFactorial(j));
            }
            return probability;
        }

        /** At m, the mean time, in units of the rate, until either the time is over or m + 1 events have come. */
        private static double[] waiting(double[] more, double mean) {
            double[] waiting = new double[more.length];
            double upTo = 0;
            double sum = 0;
            for (int m = 0; m < more.length; m++) {
                upTo += more[m];
                sum += Math.max(0, 1 - upTo);
                waiting[m] = Math.min(mean, sum);
            }
            return waiting;
        }

        private static double lnFactorial(int j) {
            double z = j + 1.0;
            return (z - 0.5) * StrictMath.log(z) - z + 0.918938533204672741780329736406 + Deviance.stirlingError(z);
        }
    }
}
