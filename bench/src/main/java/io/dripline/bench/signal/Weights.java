package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import io.dripline.statistics.MixtureWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Weights compared by simulation: what is lost where the rate is high from the start, and gained where it rises later. */
final class Weights {

    /** Good weeks before the rate doubles. */
    static final List<Integer> RISES = List.of(4, 13, 26, 52, 104);

    private static final int LONGEST = 4_000;
    private static final int WEEKS_AFTER = 60;

    private Weights() {}

    static Table table(Scenario scenario) {
        double p0 = scenario.p0();
        int most = Math.max(LONGEST, (RISES.getLast() + WEEKS_AFTER) * scenario.perWeek());
        EvidenceTable plain = new EvidenceTable(EProcess.against(p0), most);
        EvidenceTable monitors = new EvidenceTable(new EProcess(p0, BetaPrior.ofMonitor(p0)), most);
        List<String> heads = new ArrayList<>(List.of("start's weight, c", "mean exposures at 0.16", "at 0.12"));
        RISES.forEach(rise -> heads.add("90 %% after %d good weeks".formatted(rise)));
        Table table = new Table(heads);
        for (Map.Entry<String, Mixture> compared : List.of(
                Map.entry("0.8, 1, default prior (the former)", new Mixture(plain, MixtureWeights.FORMER)),
                Map.entry("0.7, 26, default prior", new Mixture(plain, MixtureWeights.MONITOR)),
                Map.entry("0.8, 1", new Mixture(monitors, MixtureWeights.FORMER)),
                Map.entry("0.8, 26", new Mixture(monitors, new MixtureWeights(0.8, 26))),
                Map.entry("0.7, 13", new Mixture(monitors, new MixtureWeights(0.7, 13))),
                Map.entry("**0.7, 26 (monitors')**", new Mixture(monitors, MixtureWeights.MONITOR)),
                Map.entry("0.7, 52", new Mixture(monitors, new MixtureWeights(0.7, 52))),
                Map.entry("0.5, 26", new Mixture(monitors, new MixtureWeights(0.5, 26))))) {
            Mixture mixture = compared.getValue();
            List<String> cells = new ArrayList<>(List.of(compared.getKey()));
            for (double ratio : List.of(2.0, 1.5)) {
                cells.add(Table.number(mixture.posting(scenario.over(LONGEST))
                        .prompt(week -> ratio * p0)
                        .mean(LONGEST)));
            }
            for (int rise : RISES) {
                int good = rise * scenario.perWeek();
                Series series = mixture.posting(scenario.over(good + WEEKS_AFTER * scenario.perWeek()))
                        .prompt(week -> week < rise ? p0 : 2 * p0);
                cells.add(Table.number(series.quantile(good, 0.9) / (double) scenario.perWeek()) + " weeks");
            }
            table.row(cells);
        }
        return table;
    }
}
