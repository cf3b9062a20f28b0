package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import io.dripline.statistics.SequentialDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The designs side by side: exact ones by dynamic programming, the mixture by simulation.
 *
 * @param horizons ascending
 * @param series simulated for each figure of the mixture
 */
record Grid(List<Double> p0s, List<Double> alphas, List<Integer> horizons, int perWeek, int series, long seed) {

    /** True proportions, over p0. */
    static final List<Double> RATIOS = List.of(1.25, 1.5, 2.0, 3.0);

    String tables() {
        StringBuilder text = new StringBuilder();
        for (double p0 : p0s) {
            EProcess monitors = new EProcess(p0, BetaPrior.ofMonitor(p0));
            Mixture mixture = new Mixture(new EvidenceTable(monitors, horizons.getLast()), MixtureWeights.MONITOR);
            for (double alpha : alphas) {
                Table table = head();
                exact(p0, alpha).lines().forEach(line -> table.row(cells(line)));
                simulated(mixture, p0, alpha).lines().forEach(line -> table.row(cells(line)));
                text.append("### p0 = %s, alpha = %s\n\n".formatted(p0, alpha))
                        .append(table)
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** The rows of the designs that rest on the counts alone. */
    Table exact(double p0, double alpha) {
        Table table = head();
        EProcess plain = EProcess.against(p0);
        EProcess monitors = new EProcess(p0, BetaPrior.ofMonitor(p0));
        for (int horizon : horizons) {
            for (Design design : List.of(
                    Design.eProcess("e-process, default prior", plain, alpha, horizon),
                    Design.eProcess("e-process, monitors' prior", monitors, alpha, horizon),
                    Design.binomialMaxSprt(p0, alpha, horizon),
                    Design.poissonMaxSprt(p0, alpha, horizon),
                    Design.naive(p0, alpha, horizon))) {
                row(table, p0, horizon, ratio -> design);
            }
            row(table, p0, horizon, ratio -> Design.wald(p0, ratio * p0, alpha, horizon));
        }
        return table;
    }

    /** The rows of the monitors' mixture. */
    private Table simulated(Mixture mixture, double p0, double alpha) {
        Scenario scenario = new Scenario(p0, alpha, perWeek, horizons.getLast(), series, seed);
        FalseAlarms none = FalseAlarms.simulate(scenario, mixture.watches(scenario));
        List<Series> some = RATIOS.stream()
                .map(ratio -> mixture.posting(scenario).prompt(week -> ratio * p0))
                .toList();
        Table table = head();
        for (int horizon : horizons) {
            List<String> cells = new ArrayList<>(
                    List.of("monitors' mixture (simulated)", Table.count(horizon), Table.percent(none.upTo(horizon))));
            some.forEach(one -> {
                int median = one.quantile(0, 0.5);
                cells.add(cell(one.alarmed(0, horizon), one.mean(horizon), median > horizon ? 0 : median));
            });
            table.row(cells);
        }
        return table;
    }

    /** @param design by the ratio of the true proportion to p0, which only Wald's test knows; at p0 itself, of a doubling */
    private static void row(Table table, double p0, int horizon, DoubleFunction<Design> design) {
        Design atNull = design.apply(2);
        List<String> cells = new ArrayList<>(List.of(
                atNull.name(),
                Table.count(horizon),
                Table.percent(atNull.at(p0, horizon).alarmed())));
        for (double ratio : RATIOS) {
            SequentialDesign.Performance performance = design.apply(ratio).at(ratio * p0, horizon);
            cells.add(cell(performance.alarmed(), performance.meanToAlarm(), performance.medianToAlarm()));
        }
        table.row(cells);
    }

    private static String cell(double alarmed, double mean, int median) {
        return "%s; %s; %s"
                .formatted(Table.percent(alarmed), Table.number(mean), median == 0 ? "–" : Table.count(median));
    }

    private static Table head() {
        List<String> heads = new ArrayList<>(List.of("test", "exposures", "false alarms"));
        RATIOS.forEach(ratio -> heads.add("true p %s p0".formatted(Table.times(ratio))));
        return new Table(heads);
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
    }
}
