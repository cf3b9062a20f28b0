package io.dripline.bench.signal;

import io.dripline.statistics.BernoulliCusum;
import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A rate that doubles after some good weeks, by simulation. */
final class RisingRate {

    private static final List<Integer> RISES = List.of(0, 4, 13, 26, 52, 104);
    private static final int WEEKS_AFTER = 60;
    private static final int SHOWN = 26;

    private final Scenario scenario;
    private final Map<String, Supplier<Watch>> watches = new LinkedHashMap<>();

    RisingRate(Scenario given) {
        scenario = given.over((RISES.getLast() + WEEKS_AFTER) * given.perWeek());
        double p0 = scenario.p0();
        int horizon = scenario.horizon();
        EProcess plain = EProcess.against(p0);
        Mixture monitors = new Mixture(
                new EvidenceTable(new EProcess(p0, BetaPrior.ofMonitor(p0)), horizon), MixtureWeights.MONITOR);
        Mixture former = new Mixture(new EvidenceTable(plain, horizon), MixtureWeights.FORMER);
        Design alone = Design.eProcess("", plain, scenario.alpha(), horizon);
        Design maxSprt = Design.binomialMaxSprt(p0, scenario.alpha(), horizon);
        BernoulliCusum cusum = new BernoulliCusum(p0, 2, 4);
        watches.put("monitors' mixture", monitors.watches(scenario)::get);
        watches.put("former mixture", former.watches(scenario)::get);
        watches.put("plain e-process", () -> new PlainWatch(alone));
        watches.put("binomial MaxSPRT", () -> new PlainWatch(maxSprt));
        watches.put("CUSUM, R 2, h 4 (no promise)", () -> new CusumWatch(cusum));
    }

    Table table() {
        Table table = new Table(List.of(
                "good weeks before", "test", "alarmed before", "half alarmed after", "90 % after", "within 20 weeks"));
        for (int rise : RISES) {
            watches.forEach((name, watch) -> {
                int good = rise * scenario.perWeek();
                Series series = series(rise, watch);
                table.row(List.of(
                        String.valueOf(rise),
                        name,
                        Table.percent(series.alarmed(0, good)),
                        weeks(series.quantile(good, 0.5)),
                        weeks(series.quantile(good, 0.9)),
                        Table.percent(series.alarmed(good, good + 20 * scenario.perWeek()))));
            });
        }
        return table;
    }

    LinePlot plot() {
        List<LinePlot.Line> lines = new ArrayList<>();
        watches.forEach((name, watch) -> {
            int good = SHOWN * scenario.perWeek();
            Series series = series(SHOWN, watch);
            lines.add(new LinePlot.Line(
                    name,
                    IntStream.rangeClosed(0, 40)
                            .mapToObj(week ->
                                    new double[] {week, 100 * series.alarmed(good, good + week * scenario.perWeek())})
                            .toList()));
        });
        return new LinePlot(
                "A rate that doubles after 26 good weeks (simulated, 20 exposures a week)",
                new LinePlot.Axis("weeks since the rate doubled", List.of(0.0, 10.0, 20.0, 30.0, 40.0), false, ""),
                new LinePlot.Axis("alarmed", List.of(0.0, 25.0, 50.0, 75.0, 90.0, 100.0), false, " %"),
                lines);
    }

    private Series series(int rise, Supplier<Watch> watch) {
        Scenario until = scenario.over((rise + WEEKS_AFTER) * scenario.perWeek());
        return new Posting(until, watch).prompt(week -> week < rise ? scenario.p0() : 2 * scenario.p0());
    }

    private String weeks(int exposures) {
        return exposures == Series.NEVER
                ? "more than " + WEEKS_AFTER
                : Table.number(exposures / (double) scenario.perWeek());
    }
}
