package io.dripline.reporting.dashboard.whatif;

import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.chart.Shape;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.evidence.Evidence;
import io.dripline.reporting.evidence.WhatIf;
import io.dripline.statistics.Counts;
import io.dripline.statistics.Interval;
import io.dripline.statistics.UntilAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says of numbers that were stated.
 *
 * @param css of the verdict
 * @param verdict in words, its shape first
 * @param facts each with what it says
 * @param untilAlert how much more would alert, a sentence each; empty where it alerts already
 * @param picture the rate with its interval beside the null
 */
public record WhatIfView(String css, String verdict, List<Fact> facts, List<String> untilAlert, Drawing picture) {

    /** A figure. @param anchor of its name in the glossary; null where it has none */
    public record Fact(String name, @Nullable String anchor, String value) {}

    private static final double SHORTEST_AXIS = 0.05;

    /** Below it a number is written by its power of ten. */
    private static final double SMALL = 1e-4;

    public WhatIfView {
        facts = List.copyOf(facts);
        untilAlert = List.copyOf(untilAlert);
    }

    static WhatIfView of(WhatIf asked) {
        Counts counts = asked.counts();
        Evidence evidence = asked.evidence();
        boolean alerts = evidence.lnE() >= Math.log(evidence.threshold());
        return new WhatIfView(
                alerts ? "EXCEEDS" : "TOO_FEW",
                verdict(asked, counts, alerts),
                facts(asked, counts, evidence),
                alerts ? List.of() : untilAlert(asked, counts, evidence),
                picture(asked, counts, evidence.clopperPearson(), alerts));
    }

    private static String verdict(WhatIf asked, Counts counts, boolean alerts) {
        return alerts
                ? "▲ This would alert: %s of %s exceed %s."
                        .formatted(
                                Figures.count(counts.affected()),
                                Figures.count(counts.exposed()),
                                proportion(asked.p0()))
                : "○ This would not alert: %s of %s are too little evidence for more than %s."
                        .formatted(
                                Figures.count(counts.affected()),
                                Figures.count(counts.exposed()),
                                proportion(asked.p0()));
    }

    private static List<Fact> facts(WhatIf asked, Counts counts, Evidence evidence) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Rate", null, rate(counts)));
        facts.add(new Fact("Exact 95 % interval", "interval", interval(evidence.clopperPearson())));
        facts.add(new Fact("Null", "null", proportion(asked.p0())));
        facts.add(new Fact(
                "Evidence",
                "e-value",
                "E = %s (ln E = %s); an alert needs %s"
                        .formatted(
                                Figures.eValue(evidence.lnE()),
                                String.format(Locale.ROOT, "%.2f", evidence.lnE()),
                                Figures.eValue(Math.log(evidence.threshold())))));
        facts.add(new Fact(
                "p-value at all looks",
                null,
                "%s, had this been the strongest evidence".formatted(small(evidence.alwaysValidP()))));
        facts.add(new Fact("Exact tail", "exact-tail", "%s at this one look".formatted(small(evidence.exactTail()))));
        facts.add(new Fact(
                "Refuted at all looks",
                null,
                evidence.lowerConfidenceSequence() == 0
                        ? "no null yet"
                        : "every null below %s".formatted(proportion(evidence.lowerConfidenceSequence()))));
        return facts;
    }

    private static List<String> untilAlert(WhatIf asked, Counts counts, Evidence evidence) {
        List<String> sentences = new ArrayList<>();
        long smallest = evidence.smallestAffectedToAlert();
        sentences.add(
                smallest > counts.exposed()
                        ? "Of %s exposed even all affected would not alert.".formatted(Figures.count(counts.exposed()))
                        : "%s more affected among the same exposed would alert: %s of %s."
                                .formatted(
                                        Figures.count(smallest - counts.affected()),
                                        Figures.count(smallest),
                                        Figures.count(counts.exposed())));
        UntilAlert until = new UntilAlert(asked.process(), evidence.threshold());
        OptionalLong inARow = until.ifAllAreAffected(counts);
        sentences.add(
                inARow.isEmpty()
                        ? "More than %s further exposures, all of them affected, would be needed to alert."
                                .formatted(Figures.count(UntilAlert.FURTHEST))
                        : "%s further exposures, all of them affected, would alert."
                                .formatted(Figures.count(inARow.getAsLong())));
        OptionalLong atTheSameRate = until.atTheSameRate(counts);
        sentences.add(
                atTheSameRate.isEmpty()
                        ? "At this rate no number of exposures up to %s would alert."
                                .formatted(Figures.count(UntilAlert.FURTHEST))
                        : "If the rate stays as it is, about %s further exposures would alert."
                                .formatted(Figures.count(atTheSameRate.getAsLong())));
        return sentences;
    }

    private static Drawing picture(WhatIf asked, Counts counts, Interval interval, boolean alerts) {
        double rate = (double) counts.affected() / counts.exposed();
        ForestMark mark = new ForestMark(
                null,
                asked.p0(),
                interval,
                rate,
                null,
                alerts ? Shape.TRIANGLE_UP : Shape.CIRCLE,
                alerts ? "EXCEEDS" : "TOO_FEW",
                rate(counts));
        return ForestPlot.whole(
                "Stated counts beside the null of " + proportion(asked.p0()),
                "Point: %s; line: exact 95 %% interval, %s; upright line: the null."
                        .formatted(rate(counts), interval(interval)),
                List.of(new ForestPlot.Line("Stated", interval(interval), mark)),
                PercentAxis.reaching(Math.max(interval.high(), asked.p0()), SHORTEST_AXIS));
    }

    private static String rate(Counts counts) {
        return "%s (%s of %s)"
                .formatted(
                        Figures.percent((double) counts.affected() / counts.exposed()),
                        Figures.count(counts.affected()),
                        Figures.count(counts.exposed()));
    }

    private static String interval(Interval interval) {
        return "%s to %s".formatted(Figures.percent(interval.low()), Figures.percent(interval.high()));
    }

    /** A null as per cent, with all digits that tell something. */
    private static String proportion(double p0) {
        double percent = 100 * p0;
        return percent < SMALL ? small(percent) + " %" : Figures.nullPercent(p0);
    }

    private static String small(double number) {
        return number != 0 && Math.abs(number) < SMALL
                ? String.format(Locale.ROOT, "%.2e", number)
                : Figures.threeDigits(number);
    }
}
