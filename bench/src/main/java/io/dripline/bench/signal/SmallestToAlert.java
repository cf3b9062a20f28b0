package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import java.util.ArrayList;
import java.util.List;

/** How many of few exposures must be affected for an alert where events are rare, by the default prior and by the monitors'. */
final class SmallestToAlert {

    private static final int EXPOSED = 100;
    private static final List<Double> NULLS = List.of(0.001, 0.002, 0.005, 0.01);
    private static final List<Integer> THRESHOLDS = List.of(20, 500);

    private SmallestToAlert() {}

    static Table table() {
        List<String> heads = new ArrayList<>(List.of("affected of %d that alert at p0 =".formatted(EXPOSED)));
        for (int threshold : THRESHOLDS) {
            heads.add("default prior, threshold " + threshold);
            heads.add("monitors' prior, threshold " + threshold);
        }
        Table table = new Table(heads);
        for (double p0 : NULLS) {
            List<String> cells = new ArrayList<>(List.of(Table.percent(p0)));
            for (int threshold : THRESHOLDS) {
                cells.add(Table.count(affected(p0, BetaPrior.defaultFor(p0), threshold)));
                cells.add(Table.count(affected(p0, BetaPrior.ofMonitor(p0), threshold)));
            }
            table.row(cells);
        }
        return table;
    }

    private static long affected(double p0, BetaPrior prior, double threshold) {
        return new EProcess(p0, prior).smallestAffectedToAlert(EXPOSED, threshold);
    }
}
