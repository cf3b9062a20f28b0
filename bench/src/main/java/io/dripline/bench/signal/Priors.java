package io.dripline.bench.signal;

import io.dripline.statistics.BetaPrior;
import io.dripline.statistics.EProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Priors compared exactly: mean exposures to the alert of the plain e-process, over those of Wald's test that knows the truth. */
final class Priors {

    static final List<Double> RATIOS = List.of(1.25, 1.5, 2.0, 3.0, 5.0);

    private static final double ALPHA = 0.05;

    private Priors() {}

    /** By name: the printed default, the one that is said to do well, and those of one form with other parameters. */
    static Map<String, BetaPrior> compared(double p0) {
        Map<String, BetaPrior> priors = new LinkedHashMap<>();
        priors.put("default: Beta(2, (1 - 2 p0) / p0)", BetaPrior.defaultFor(p0));
        priors.put("Beta(10, 10 (1 - 1.75 p0) / (1.75 p0))", new BetaPrior(10, 10 * (1 - 1.75 * p0) / (1.75 * p0)));
        for (double concentration : List.of(4.0, 8.0, 12.0)) {
            for (double oddsRatio : List.of(1.75, 2.0, 2.5)) {
                double odds = oddsRatio * p0 / (1 - p0);
                String name = "c = %.0f, odds × %s".formatted(concentration, oddsRatio);
                boolean chosen = concentration == 8 && oddsRatio == 2;
                priors.put(
                        chosen ? "**monitors': " + name + "**" : name,
                        chosen
                                ? BetaPrior.ofMonitor(p0)
                                : new BetaPrior(concentration * (1 + odds), concentration * (1 + 1 / odds)));
            }
        }
        return priors;
    }

    static Table table(double p0) {
        List<String> heads = new ArrayList<>(List.of("prior at p0 = " + p0));
        RATIOS.forEach(ratio -> heads.add("true p %s p0".formatted(Table.times(ratio))));
        Table table = new Table(heads);
        List<Double> wald = RATIOS.stream().map(ratio -> wald(p0, ratio)).toList();
        List<String> known = new ArrayList<>(List.of("Wald's SPRT, which knows the truth: exposures"));
        wald.forEach(mean -> known.add(Table.number(mean)));
        table.row(known);
        compared(p0).forEach((name, prior) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            for (int i = 0; i < RATIOS.size(); i++) {
                double ratio = RATIOS.get(i);
                Design design = Design.eProcess(name, new EProcess(p0, prior), ALPHA, horizon(p0, ratio));
                cells.add(Table.times(mean(design, p0, ratio) / wald.get(i)));
            }
            table.row(cells);
        });
        return table;
    }

    /** How far the monitors' prior is from Wald's test at a doubling and at half as much again, over several nulls. */
    static String closeness() {
        List<Double> excess = List.of(0.01, 0.08, 0.15).stream()
                .flatMap(p0 -> List.of(1.5, 2.0).stream().map(ratio -> monitors(p0, ratio) / wald(p0, ratio) - 1))
                .sorted()
                .toList();
        double often = 0.3;
        double more = monitors(often, 2) - wald(often, 2);
        return String.format(
                Locale.ROOT,
                "c = 8 about a doubling is within %.0f to %.0f %% of Wald's at a doubling and at half as much again where p0 is 1, 8 or"
                        + " 15 %%;%nwhere it is %.0f %%, a doubling takes %.0f %% more, which is %.1f exposures.",
                100 * excess.getFirst(),
                100 * excess.getLast(),
                100 * often,
                100 * more / wald(often, 2),
                more);
    }

    private static double monitors(double p0, double ratio) {
        Design design =
                Design.eProcess("monitors'", new EProcess(p0, BetaPrior.ofMonitor(p0)), ALPHA, horizon(p0, ratio));
        return mean(design, p0, ratio);
    }

    private static double wald(double p0, double ratio) {
        return mean(Design.wald(p0, ratio * p0, ALPHA, horizon(p0, ratio)), p0, ratio);
    }

    /** Mean exposures to the alert over Wald's, along the ratio of the true proportion to p0. */
    static LinePlot plot(double p0) {
        List<Double> ratios = List.of(1.25, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.25, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0);
        List<LinePlot.Line> lines = new ArrayList<>();
        Map<String, BetaPrior> shown = new LinkedHashMap<>();
        shown.put("monitors' prior", BetaPrior.ofMonitor(p0));
        shown.put("default prior", BetaPrior.defaultFor(p0));
        shown.put("Beta(10, 61.4)", new BetaPrior(10, 10 * (1 - 1.75 * p0) / (1.75 * p0)));
        shown.forEach((name, prior) -> lines.add(new LinePlot.Line(
                name,
                ratios.stream()
                        .map(ratio -> {
                            int horizon = horizon(p0, ratio);
                            double mean =
                                    mean(Design.eProcess(name, new EProcess(p0, prior), ALPHA, horizon), p0, ratio);
                            return new double[] {
                                ratio, mean / mean(Design.wald(p0, ratio * p0, ALPHA, horizon), p0, ratio)
                            };
                        })
                        .toList())));
        return new LinePlot(
                "Exposures to the alert, over those of a test that knows the truth (exact)",
                new LinePlot.Axis("true proportion over p0 = " + p0, List.of(1.25, 1.5, 2.0, 3.0, 4.0, 5.0), true, ""),
                new LinePlot.Axis("mean exposures over Wald's", List.of(1.0, 1.1, 1.2, 1.3, 1.4, 1.5), false, ""),
                lines);
    }

    private static double mean(Design design, double p0, double ratio) {
        return design.at(ratio * p0, horizon(p0, ratio)).meanToAlarm();
    }

    /** Long enough that nearly every series has alarmed. */
    private static int horizon(double p0, double ratio) {
        return (int) Math.min(20_000, 60 / (p0 * (ratio - 1) * (ratio - 1)) + 200);
    }
}
