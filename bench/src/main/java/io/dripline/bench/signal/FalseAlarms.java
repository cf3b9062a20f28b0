package io.dripline.bench.signal;

import static io.dripline.bench.signal.Series.NEVER;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How probably the mixture alarms at the null, by a change of measure: series are drawn from what the mixture itself expects,
 * where nearly all alarm, and each alarm counts 1 / E. So a few thousand series give two digits of a small probability.
 *
 * @param alarmedAt when each series alarmed, in exposures from 1
 * @param weight 1 / E at its alarm
 */
record FalseAlarms(int[] alarmedAt, double[] weight) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static FalseAlarms simulate(Scenario scenario, Supplier<MixtureWatch> watches) {
        int[] at = new int[scenario.series()];
        double[] weight = new double[scenario.series()];
        IntStream.range(0, scenario.series()).parallel().forEach(i -> {
            SplittableRandom random = new SplittableRandom(scenario.seed() ^ (i + 1) * GOLDEN);
            MixtureWatch watch = watches.get();
            at[i] = NEVER;
            double now = 1;
            for (int t = 1; t <= scenario.horizon() && at[i] == NEVER; t++) {
                int week = scenario.week(t);
                watch.post(week, true);
                double ifEvent = watch.e();
                if (random.nextDouble() * now < scenario.p0() * ifEvent) {
                    now = ifEvent;
                } else {
                    watch.amend(week, false);
                    now = watch.e();
                }
                if (now >= watch.threshold()) {
                    at[i] = t;
                    weight[i] = 1 / now;
                }
            }
        });
        return new FalseAlarms(at, weight);
    }

    /** The probability of an alarm up to a horizon. */
    double upTo(int horizon) {
        return IntStream.range(0, alarmedAt.length)
                        .filter(i -> alarmedAt[i] <= horizon)
                        .mapToDouble(i -> weight[i])
                        .sum()
                / alarmedAt.length;
    }

    /** Its standard error. */
    double error(int horizon) {
        double mean = upTo(horizon);
        double square = IntStream.range(0, alarmedAt.length)
                .mapToDouble(i -> alarmedAt[i] <= horizon ? weight[i] : 0)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(square) / alarmedAt.length;
    }

    /** The largest that one alarm counted. */
    double largest() {
        return Arrays.stream(weight).max().orElseThrow();
    }
}
