package io.dripline.statistics;

import java.util.Arrays;

/**
 * A second opinion beside the e-process: the Poisson maximised sequential probability ratio test, looked at in continuous
 * time up to a horizon of expected events stated beforehand. A signal is an excess whose ratio lies at or above the critical
 * value, with at least the minimum affected.
 *
 * <p>Exact: the c-th event signals if it comes before {@code c} expected events have passed that make the ratio equal to
 * the critical value, so the test is a Poisson process against a staircase of such times.
 *
 * <p>Source: Kulldorff et al. (2011), Sequential Analysis 30.
 */
public final class PoissonMaxSprt {

    /** The longest horizon answered for, in expected events. */
    public static final double LONGEST_HORIZON = 10_000;

    /** The largest minimum affected answered for. */
    public static final int LARGEST_MINIMUM = 1_000;

    /** The smallest error probability answered for. */
    public static final double SMALLEST_ALPHA = 1e-12;

    private static final double LARGEST_CRITICAL_VALUE = 1_000;
    private static final double SMALLEST_EXPECTED = 1e-300;
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
     * @param expected from 10^-300
     */
    public static double llr(long affected, double expected) {
        if (affected < 0) {
            throw new IllegalArgumentException("the affected must be 0 or more, found " + affected);
        }
        if (!(expected >= SMALLEST_EXPECTED && expected < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the expected number must be finite and above 0, found " + expected);
        }
        return affected <= expected ? 0 : Deviance.part(affected, expected, affected - expected);
    }

    /**
     * The critical value at which a false alarm up to the horizon has probability alpha; 0 where every excess with the
     * minimum affected may signal.
     *
     * @param horizon expected events after which the test ends, above 0, at most {@link #LONGEST_HORIZON}
     * @param alpha from {@link #SMALLEST_ALPHA}, below 1
     * @param minimumAffected affected without whom there is no signal, 1 to {@link #LARGEST_MINIMUM}
     */
    public static double criticalValue(double horizon, double alpha, int minimumAffected) {
        if (!(alpha >= SMALLEST_ALPHA && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha must be at least %s and below 1, found %s".formatted(SMALLEST_ALPHA, alpha));
        }
        expectPlan(horizon, minimumAffected);
        if (alarmed(horizon, 0, minimumAffected) <= alpha) {
            return 0;
        }
        double tooLow = 0;
        double lnTooLow = Double.NaN;
        double enough = -StrictMath.log(alpha);
        double lnEnough = lnOverspent(horizon, enough, minimumAffected, alpha);
        while (lnEnough > 0) {
            tooLow = enough;
            lnTooLow = lnEnough;
            enough++;
            lnEnough = lnOverspent(horizon, enough, minimumAffected, alpha);
        }
        double last = enough;
        // What is overspent is close to a line on this scale: its root, held between the ends (Illinois).
        while (enough - tooLow > PRECISE) {
            double root = tooLow + (enough - tooLow) * (lnTooLow / (lnTooLow - lnEnough));
            double guess = root >= tooLow && root <= enough ? root : tooLow + (enough - tooLow) / 2;
            // At least half the precision from either end, so that both come to the root.
            double critical = Math.clamp(guess, tooLow + PRECISE / 2, enough - PRECISE / 2);
            double ln = lnOverspent(horizon, critical, minimumAffected, alpha);
            if (ln > 0) {
                lnEnough /= tooLow == last ? 2 : 1;
                tooLow = critical;
                lnTooLow = ln;
            } else {
                lnTooLow /= enough == last ? 2 : 1;
                enough = critical;
                lnEnough = ln;
            }
            last = critical;
        }
        return enough;
    }

    /**
     * The exact performance.
     *
     * @param criticalValue from which a log-likelihood ratio signals, 0 to 1,000
     * @param relativeRisk true over expected rate, 0.001 to 1,000; at 1 the power is that of a false alarm
     */
    public static Performance performance(
            double horizon, double criticalValue, int minimumAffected, double relativeRisk) {
        expectPlan(horizon, minimumAffected);
        if (!(relativeRisk >= 0.001 && relativeRisk <= 1_000)) {
            throw new IllegalArgumentException("the relative risk must lie in 0.001 to 1000, found " + relativeRisk);
        }
        if (!(criticalValue >= 0 && criticalValue <= LARGEST_CRITICAL_VALUE)) {
            throw new IllegalArgumentException("a critical value must lie in 0 to 1000, found " + criticalValue);
        }
        Staircase staircase = new Staircase(criticalValue, horizon, minimumAffected);
        LivePaths paths = new LivePaths(relativeRisk);
        for (int affected = minimumAffected; paths.time < horizon; affected++) {
            paths.passUntil(staircase.time(affected), affected);
        }
        double power = Math.min(1, paths.signalled);
        return new Performance(
                power,
                power > 0 ? Math.min(horizon, paths.timeAtSignal / paths.signalled) : 0,
                Math.min(horizon, paths.meanTime));
    }

    private static double alarmed(double horizon, double criticalValue, int minimumAffected) {
        return performance(horizon, criticalValue, minimumAffected, 1).power();
    }

    private static double lnOverspent(double horizon, double criticalValue, int minimumAffected, double alpha) {
        return StrictMath.log(alarmed(horizon, criticalValue, minimumAffected) / alpha);
    }

    private static void expectPlan(double horizon, int minimumAffected) {
        if (!(horizon > 0 && horizon <= LONGEST_HORIZON)) {
            throw new IllegalArgumentException("the horizon must be above 0 and at most %s expected events, found %s"
                    .formatted(LONGEST_HORIZON, horizon));
        }
        if (minimumAffected < 1 || minimumAffected > LARGEST_MINIMUM) {
            throw new IllegalArgumentException(
                    "the minimum affected must be 1 to %d, found %d".formatted(LARGEST_MINIMUM, minimumAffected));
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

    /** The distribution of the number of events over paths that have not signalled, and what has become of the others. */
    private static final class LivePaths {

        private static final double NEGLIGIBLE = 1e-25;

        private final double rate;
        /** Element i: that {@code low + i} events have come. */
        private double[] probability = {1};

        private int low;
        private double time;
        private double signalled;
        private double timeAtSignal;
        private double meanTime;

        LivePaths(double rate) {
            this.rate = rate;
        }

        /** Time passes, during which the {@code boundary}-th event signals. */
        void passUntil(double end, int boundary) {
            double mean = rate * (end - time);
            double[] more = poisson(mean);
            double[] tail = tail(more);
            double[] waiting = waiting(tail);
            int most = more.length - 1;
            double[] next = new double[boundary - low];
            for (int i = 0; i < probability.length; i++) {
                double mass = probability[i];
                if (mass < NEGLIGIBLE) {
                    continue;
                }
                int missing = boundary - low - i;
                if (missing <= most) {
                    signalled += mass * tail[missing];
                    timeAtSignal += mass * (time * tail[missing] + missing * tail[missing + 1] / rate);
                }
                meanTime += mass * waiting[Math.min(missing, most)] / rate;
            }
            for (int j = 0; j <= most; j++) {
                addShifted(probability, more[j], next, j);
            }
            keep(next);
            time = end;
        }

        private static void addShifted(double[] probability, double factor, double[] sums, int by) {
            int end = Math.min(probability.length, sums.length - by);
            for (int i = 0; i < end; i++) {
                sums[i + by] += probability[i] * factor;
            }
        }

        /** Without what is negligible at either end. */
        private void keep(double[] next) {
            int from = 0;
            int to = next.length;
            while (to > 1 && next[to - 1] < NEGLIGIBLE) {
                to--;
            }
            while (from < to - 1 && next[from] < NEGLIGIBLE) {
                from++;
            }
            probability = Arrays.copyOfRange(next, from, to);
            low += from;
        }

        /** P(N = j), up to where what follows is negligible, from the mode outwards. */
        private static double[] poisson(double mean) {
            int mode = (int) mean;
            double[] probability = new double[mode + (int) (12 * Math.sqrt(mean)) + 40];
            probability[mode] =
                    mean == 0 ? 1 : StrictMath.exp(mode * StrictMath.log(mean) - mean - Deviance.lnFactorial(mode));
            for (int j = mode; j > 0; j--) {
                probability[j - 1] = probability[j] * (j / mean);
            }
            int last = mode;
            while (last < probability.length - 1 && (probability[last] >= NEGLIGIBLE || last < 2)) {
                probability[last + 1] = probability[last] * (mean / (last + 1));
                last++;
            }
            return Arrays.copyOf(probability, last + 1);
        }

        /** P(N >= j), summed from the far end; 0 behind it. */
        private static double[] tail(double[] probability) {
            double[] tail = new double[probability.length + 1];
            for (int j = probability.length - 1; j >= 0; j--) {
                tail[j] = tail[j + 1] + probability[j];
            }
            return tail;
        }

        /** At m, the mean time, in units of the rate, until the time is over or m events have come. */
        private static double[] waiting(double[] tail) {
            double[] waiting = new double[tail.length];
            for (int m = 1; m < tail.length; m++) {
                waiting[m] = waiting[m - 1] + tail[m];
            }
            return waiting;
        }
    }
}
