package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import java.util.ArrayList;
import java.util.List;

/** False alarms at the null as looks go on, exactly. */
final class Looks {

    private static final List<Integer> HORIZONS = List.of(10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000);

    private Looks() {}

    static List<Design> designs(double p0, double alpha, int horizon) {
        return List.of(
                Design.naive(p0, alpha, horizon),
                Design.eProcess("e-process, default prior", EProcess.against(p0), alpha, horizon),
                Design.eProcess(
                        "e-process, monitors' prior", new EProcess(p0, BetaPrior.ofMonitor(p0)), alpha, horizon));
    }

    static LinePlot plot(double p0, double alpha) {
        List<LinePlot.Line> lines = new ArrayList<>();
        for (Design design : designs(p0, alpha, HORIZONS.getLast())) {
            lines.add(new LinePlot.Line(
                    design.name(),
                    HORIZONS.stream()
                            .map(n -> new double[] {n, 100 * design.at(p0, n).alarmed()})
                            .toList()));
        }
        return new LinePlot(
                "False alarms where the true proportion is p0 = %s (exact, alpha = %s)".formatted(p0, alpha),
                new LinePlot.Axis("looks, one after each exposure", List.of(10.0, 100.0, 1_000.0, 10_000.0), true, ""),
                new LinePlot.Axis("alarmed by then", List.of(0.0, 5.0, 10.0, 20.0, 30.0, 40.0, 50.0), false, " %"),
                lines);
    }
}
