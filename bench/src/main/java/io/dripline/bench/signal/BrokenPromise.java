package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where the promise breaks: false alarms at the null when posts are not what the promise rests on, by simulation. */
final class BrokenPromise {

    private static final List<Integer> DELAYS = List.of(0, 5, 10, 20, 30, 40, 50, 60);

    private final Scenario scenario;
    private final Posting plain;
    private final Posting mixture;

    BrokenPromise(Scenario scenario) {
        this.scenario = scenario;
        double p0 = scenario.p0();
        Design design = Design.eProcess("", EProcess.against(p0), scenario.alpha(), scenario.horizon());
        Supplier<MixtureWatch> watches = new Mixture(
                        new EvidenceTable(new EProcess(p0, BetaPrior.ofMonitor(p0)), scenario.horizon()),
                        MixtureWeights.MONITOR)
                .watches(scenario);
        this.plain = new Posting(scenario, () -> new PlainWatch(design));
        this.mixture = new Posting(scenario, watches::get);
    }

    Table clusters() {
        Table table = head(
                "correlation of a patient's sessions",
                List.of("one patient after another", "eight in treatment at once", "a hundred at once"));
        for (double correlation : List.of(0.0, 0.1, 0.2, 0.4)) {
            row(
                    table,
                    String.valueOf(correlation),
                    List.of(
                            posting -> posting.clustered(correlation, 1),
                            posting -> posting.clustered(correlation, 8),
                            posting -> posting.clustered(correlation, 100)));
        }
        return table;
    }

    Table late() {
        Table table = head("posted so many exposures late", List.of("those without an event", "those with one"));
        for (int delay : DELAYS) {
            row(
                    table,
                    String.valueOf(delay),
                    List.of(posting -> posting.late(false, delay), posting -> posting.late(true, delay)));
        }
        return table;
    }

    Table incomplete() {
        Table table = head("never posted of those without an event", List.of("false alarms"));
        for (double missing : List.of(0.0, 0.05, 0.1, 0.2, 0.4)) {
            row(table, Table.percent(missing), List.of(posting -> posting.incomplete(missing)));
        }
        return table;
    }

    Table amended() {
        Table table = head(
                "of those without an event first posted with one, and amended",
                List.of("after 20 exposures", "still standing then", "after 60", "still standing then"));
        for (double wrong : List.of(0.0, 0.02, 0.05, 0.1)) {
            row(
                    table,
                    Table.percent(wrong),
                    List.of(
                            posting -> posting.amended(wrong, 20, false),
                            posting -> posting.amended(wrong, 20, true),
                            posting -> posting.amended(wrong, 60, false),
                            posting -> posting.amended(wrong, 60, true)));
        }
        return table;
    }

    LinePlot plot() {
        return new LinePlot(
                "Where the promise breaks: posts without an event come late (simulated)",
                new LinePlot.Axis(
                        "exposures that they come late", List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0), false, ""),
                new LinePlot.Axis(
                        "false alarms by %s exposures".formatted(Table.count(scenario.horizon())),
                        List.of(0.0, 5.0, 25.0, 50.0, 75.0, 100.0),
                        false,
                        " %"),
                List.of(
                        line("plain e-process, without late", plain, false),
                                line("plain, with an event late", plain, true),
                        line("mixture, without late", mixture, false),
                                line("mixture, with an event late", mixture, true)));
    }

    private LinePlot.Line line(String name, Posting posting, boolean lateHaveEvent) {
        return new LinePlot.Line(
                name,
                DELAYS.stream()
                        .map(delay -> new double[] {delay, 100 * alarmed(posting.late(lateHaveEvent, delay))})
                        .toList());
    }

    private Table head(String what, List<String> columns) {
        List<String> heads = new ArrayList<>(List.of(what));
        columns.forEach(column -> heads.add(column + ": plain"));
        columns.forEach(column -> heads.add(column + ": mixture"));
        return new Table(heads);
    }

    private void row(Table table, String what, List<Function<Posting, Series>> columns) {
        List<String> cells = new ArrayList<>(List.of(what));
        for (Posting posting : List.of(plain, mixture)) {
            columns.forEach(column -> cells.add(Table.percent(alarmed(column.apply(posting)))));
        }
        table.row(cells);
    }

    private double alarmed(Series series) {
        return series.alarmed(0, scenario.horizon());
    }
}
