package io.dripline.bench.signal;

import io.dripline.statistics.BinomialMaxSprt;
import io.dripline.statistics.Counts;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.ExactTail;
import io.dripline.statistics.PoissonMaxSprt;
import io.dripline.statistics.SequentialDesign;
import java.util.function.LongPredicate;

/**
 * A test that looks after every exposure and rests on the counts alone: which number affected alarms.
 *
 * @param alarmFrom element n: the smallest number affected of n that alarms; n + 1 where none does
 */
record Design(String name, int[] alarmFrom) {

    /** E reaches 1 / alpha. */
    static Design eProcess(String name, EProcess process, double alpha, int horizon) {
        double target = Math.log(1 / alpha);
        return tabulate(name, horizon, (n, x) -> process.lnE(new Counts(n, x)) >= target);
    }

    /** The obvious rule: the binomial p-value is at most alpha. */
    static Design naive(double p0, double alpha, int horizon) {
        return tabulate(
                "binomial p ≤ alpha, repeated", horizon, (n, x) -> ExactTail.upper(new Counts(n, x), p0) <= alpha);
    }

    /** Wald's one-sided sequential test that knows the true proportion p1, with the threshold 1 / alpha. */
    static Design wald(double p0, double p1, double alpha, int horizon) {
        double gain = Math.log(p1 / p0);
        double loss = Math.log1p(-p1) - Math.log1p(-p0);
        double target = Math.log(1 / alpha);
        return tabulate("Wald's SPRT, which knows the truth", horizon, (n, x) -> x * gain + (n - x) * loss >= target);
    }

    /** With its critical value for this horizon. */
    static Design binomialMaxSprt(double p0, double alpha, int horizon) {
        double critical = BinomialMaxSprt.criticalValue(horizon, p0, alpha, 1);
        return tabulate("binomial MaxSPRT", horizon, (n, x) -> BinomialMaxSprt.llr(new Counts(n, x), p0) > critical);
    }

    /** With its critical value for this horizon's expected number; exposures stand for time. */
    static Design poissonMaxSprt(double p0, double alpha, int horizon) {
        double critical = PoissonMaxSprt.criticalValue(horizon * p0, alpha, 1);
        return tabulate("Poisson MaxSPRT", horizon, (n, x) -> x > n * p0 && PoissonMaxSprt.llr(x, n * p0) >= critical);
    }

    /** Exact. */
    SequentialDesign.Performance at(double p, int horizon) {
        return new SequentialDesign(n -> alarmFrom[(int) n]).at(p, horizon);
    }

    private interface Alarm {
        boolean at(long exposed, long affected);
    }

    /** What alarms never becomes fewer as exposures grow, so each search goes on from the last. */
    private static Design tabulate(String name, int horizon, Alarm alarm) {
        int[] from = new int[horizon + 1];
        from[0] = 1;
        int affected = 0;
        for (int n = 1; n <= horizon; n++) {
            int exposed = n;
            LongPredicate alarms = x -> alarm.at(exposed, x);
            while (affected <= n && !alarms.test(affected)) {
                affected++;
            }
            from[n] = affected;
        }
        return new Design(name, from);
    }
}
