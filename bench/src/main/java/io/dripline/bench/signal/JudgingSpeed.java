package io.dripline.bench.signal;

import io.dripline.statistics.Counts;
import io.dripline.statistics.WeeklyMixture;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How long it takes to judge 1,000 monitors with 104 weeks each: every suffix of the weeks of every monitor; and how long for the
 * trajectory of an alert, ln E after each week. Processor time of the one thread, so that others' load is out.
 */
final class JudgingSpeed {

    static final int MONITORS = 1_000;
    static final int WEEKS = 104;

    private static final int TRAJECTORIES = 100;
    private static final int ROUNDS = 15;
    private static final double NANOS_A_MILLI = 1e6;

    /**
     * @param perWeek mean exposures a week of a monitor
     * @param spread how far the monitors' true proportions lie around p0, as a share of it
     */
    private record Load(double p0, int perWeek, double spread) {}

    private static final List<Load> LOADS = List.of(
            new Load(0.08, 20, 0.5),
            new Load(0.08, 1_000, 0.5),
            new Load(0.08, 1_000, 0),
            new Load(0.08, 10_000, 0),
            new Load(0.000001, 100_000, 0.5),
            new Load(0.4, 20, 0.5));

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long seed;

    JudgingSpeed(long seed) {
        this.seed = seed;
    }

    Table table() {
        Table table = new Table(List.of(
                "p0", "exposures a week", "true p", "first round", "median of 15", "an evaluation", "a trajectory"));
        for (Load load : LOADS) {
            List<List<Counts>> monitors = monitors(load);
            WeeklyMixture mixture = WeeklyMixture.ofMonitor(load.p0());
            double[] millis = new double[ROUNDS];
            double[] trajectories = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                millis[round] = judge(mixture, monitors);
                trajectories[round] = draw(mixture, monitors.subList(0, TRAJECTORIES));
            }
            double first = millis[0];
            Arrays.sort(millis);
            double median = millis[ROUNDS / 2];
            Arrays.sort(trajectories);
            table.row(List.of(
                    plain(load.p0()),
                    Table.count(load.perWeek()),
                    load.spread() == 0 ? "p0" : "p0 ± 50 %",
                    String.format(Locale.ROOT, "%.0f ms", first),
                    String.format(Locale.ROOT, "%.0f ms", median),
                    String.format(Locale.ROOT, "%.2f µs", 1_000 * median / (MONITORS * WEEKS)),
                    String.format(Locale.ROOT, "%.1f ms", trajectories[ROUNDS / 2] / TRAJECTORIES)));
        }
        return table;
    }

    private double judge(WeeklyMixture mixture, List<List<Counts>> monitors) {
        return time(monitors, weeks -> mixture.evidence(Counts.ZERO, weeks).lnE());
    }

    private double draw(WeeklyMixture mixture, List<List<Counts>> monitors) {
        return time(
                monitors, weeks -> mixture.evidenceByWeek(Counts.ZERO, weeks).getLast());
    }

    private double time(List<List<Counts>> monitors, ToDoubleFunction<List<Counts>> evidence) {
        long start = threads.getCurrentThreadCpuTime();
        double sum = 0;
        for (List<Counts> weeks : monitors) {
            sum += evidence.applyAsDouble(weeks);
        }
        double took = (threads.getCurrentThreadCpuTime() - start) / NANOS_A_MILLI;
        if (!Double.isFinite(sum)) {
            throw new ArithmeticException("a monitor's evidence is no number");
        }
        return took;
    }

    private List<List<Counts>> monitors(Load load) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Counts>> monitors = new ArrayList<>();
        for (int i = 0; i < MONITORS; i++) {
            double p = load.p0() * (1 + load.spread() * (2 * random.nextDouble() - 1));
            List<Counts> weeks = new ArrayList<>();
            for (int week = 0; week < WEEKS; week++) {
                int exposed = 1 + random.nextInt(2 * load.perWeek() - 1);
                double deviation = Math.sqrt(exposed * p * (1 - p));
                long affected = Math.round(exposed * p + deviation * random.nextGaussian());
                weeks.add(new Counts(exposed, Math.clamp(affected, 0, exposed)));
            }
            monitors.add(weeks);
        }
        return monitors;
    }

    private static String plain(double value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
