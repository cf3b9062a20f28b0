package io.dripline.bench.signal;

import java.util.List;

/**
 * What the monitors' mixture is to reach at p0 = 0.08 and alpha = 0.05, at 20 exposures a week, and what it reaches.
 *
 * @param falseAlarms probability of a false alarm up to the scenario's horizon
 * @param meanAtDouble mean exposures to the alert at twice p0
 * @param meanAtHalfMore at one and a half times p0
 * @param weeksAfterRise weeks within which nine of ten are alarmed after a doubling that follows 26 good weeks
 * @param withinTwenty the share that is alarmed within 20 weeks of it
 */
record Reach(
        double falseAlarms, double meanAtDouble, double meanAtHalfMore, double weeksAfterRise, double withinTwenty) {

    static final double WALD_AT_DOUBLE = 94.3;
    static final double WALD_AT_HALF_MORE = 329.4;
    static final int GOOD_WEEKS = 26;

    private static final int WEEKS = 20;
    private static final int LONGEST = 4_000;
    private static final int WEEKS_AFTER = 80;

    static Reach of(Mixture mixture, Scenario scenario) {
        Scenario whole = scenario.over(LONGEST);
        double p0 = scenario.p0();
        FalseAlarms none = FalseAlarms.simulate(scenario, mixture.watches(scenario));
        Series twice = mixture.posting(whole).prompt(week -> 2 * p0);
        Series halfMore = mixture.posting(whole).prompt(week -> 1.5 * p0);
        int good = GOOD_WEEKS * scenario.perWeek();
        Series later = mixture.posting(scenario.over(good + WEEKS_AFTER * scenario.perWeek()))
                .prompt(week -> week < GOOD_WEEKS ? p0 : 2 * p0);
        return new Reach(
                none.upTo(scenario.horizon()),
                twice.mean(LONGEST),
                halfMore.mean(LONGEST),
                later.quantile(good, 0.9) / (double) scenario.perWeek(),
                later.alarmed(good, good + WEEKS * scenario.perWeek()));
    }

    Table table(int horizon) {
        Table table = new Table(List.of("at p0 = 0.08, alpha = 0.05, 20 exposures a week", "limit", "reached"));
        table.row(List.of(
                "false alarms, however many looks",
                "5 %",
                "at most 5 %% (Ville); by %s exposures %s"
                        .formatted(Table.count(horizon), Table.percent(falseAlarms))));
        table.row(List.of(
                "mean exposures to the alert at 0.16",
                "1.25 × 94.3 = 117.9",
                "%s (%s)".formatted(Table.number(meanAtDouble), Table.times(meanAtDouble / WALD_AT_DOUBLE))));
        table.row(List.of(
                "mean exposures to the alert at 0.12",
                "1.35 × 329.4 = 444.7",
                "%s (%s)".formatted(Table.number(meanAtHalfMore), Table.times(meanAtHalfMore / WALD_AT_HALF_MORE))));
        table.row(List.of(
                "weeks until 90 % are alarmed, 0.08 for 26 weeks and 0.16 from then on",
                "20", "%s; %s within 20".formatted(Table.number(weeksAfterRise), Table.percent(withinTwenty))));
        return table;
    }
}
