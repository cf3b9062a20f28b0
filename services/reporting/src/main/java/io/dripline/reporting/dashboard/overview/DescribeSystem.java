package io.dripline.reporting.dashboard.overview;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.chart.Shape;
import io.dripline.reporting.dashboard.chart.Sparkline;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.overview.Overview.SystemLine;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Interval;
import io.dripline.statistics.Verdict;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** From one measure's counts to its line of the overview, or of a clinic's own page. */
public final class DescribeSystem {

    static final String NOTHING = "–";

    /** What was printed of any event: one figure, flagged, which no monitor takes by itself. */
    private static final String ANY_PUBLISHED = "text-any";

    /** A handful of exposures has an interval over half of the axis; it may run out of the picture. */
    private static final int EXPOSED_FOR_A_WHISKER = 10;

    private static final double LARGEST_WHISKER = 0.6;

    private final Baselines baselines;

    /** @param baselines every published figure */
    public DescribeSystem(Baselines baselines) {
        this.baselines = baselines;
    }

    /**
     * A measure over all clinics, or at one.
     *
     * @param rate over all weeks
     * @param comparison of the monitor that watches it, which may have begun later; null where none does
     * @param trend by week, ascending
     */
    public record Subject(
            String measure, Rate rate, @Nullable Comparison comparison, List<IncidenceSum> trend) {

        public Subject {
            trend = List.copyOf(trend);
        }
    }

    /** The largest proportion that is to lie on the axis. */
    public double reach(Subject subject) {
        Baseline published = published(subject);
        Interval interval = subject.rate().clopperPearson();
        double whisker = interval == null || subject.rate().exposed() < EXPOSED_FOR_A_WHISKER
                ? 0
                : Math.min(interval.high(), LARGEST_WHISKER);
        double printed = published == null || published.rangeHigh() == null ? 0 : published.rangeHigh();
        return DoubleStream.of(whisker, printed).max().orElse(0);
    }

    /** The line. @param axis that all lines share @param trendTo the last week of the trend */
    public SystemLine line(Subject subject, PercentAxis axis, IsoWeek trendFrom, IsoWeek trendTo) {
        Rate rate = subject.rate();
        Baseline published = published(subject);
        Comparison comparison = subject.comparison();
        long awaiting = rate.possible() - rate.affected();
        ForestMark mark = mark(subject, published);
        return new SystemLine(
                subject.measure(),
                Words.measure(subject.measure()),
                comparison == null ? "UNWATCHED" : comparison.verdict().name(),
                comparison == null ? "◇ Not watched by a monitor" : Words.verdict(comparison.verdict()),
                comparison == null ? null : Words.promise(comparison.promise()),
                ForestPlot.row(mark, axis),
                rate.rate() == null ? NOTHING : Figures.percent(rate.rate()),
                counts(rate),
                awaiting == 0 ? null : Figures.count(awaiting) + " await coding",
                published == null ? NOTHING : Literature.printed(published),
                published == null ? null : Literature.source(published),
                comparison == null ? null : evidence(comparison, rate),
                comparison == null ? 0 : evidencePercent(comparison),
                trend(subject, published, trendFrom, trendTo),
                new SystemFigures(rate, published, mark));
    }

    private @Nullable Baseline published(Subject subject) {
        Comparison comparison = subject.comparison();
        if (comparison != null) {
            return baselines.get(comparison.baseline());
        }
        return subject.measure().equals(Measures.ANY)
                ? baselines.find(ANY_PUBLISHED).orElse(null)
                : null;
    }

    private static ForestMark mark(Subject subject, @Nullable Baseline published) {
        Rate rate = subject.rate();
        Verdict verdict =
                subject.comparison() == null ? null : subject.comparison().verdict();
        String spoken = "%s: observed %s, %s; published %s"
                .formatted(
                        Words.measure(subject.measure()),
                        rate.rate() == null ? "nothing" : Figures.percent(rate.rate()),
                        counts(rate),
                        published == null ? "nothing" : Literature.printed(published));
        return new ForestMark(
                published == null ? null : Literature.band(published),
                published == null ? null : Literature.single(published),
                rate.clopperPearson(),
                rate.rate(),
                rate.possible() == rate.affected() ? null : Double.valueOf((double) rate.possible() / rate.exposed()),
                shape(verdict),
                verdict == null ? "UNWATCHED" : verdict.name(),
                spoken);
    }

    private static Shape shape(@Nullable Verdict verdict) {
        return switch (verdict) {
            case EXCEEDS -> Shape.TRIANGLE_UP;
            case BELOW_RANGE -> Shape.TRIANGLE_DOWN;
            case WITHIN_RANGE -> Shape.CIRCLE;
            case TOO_FEW -> Shape.RING;
            case CANNOT_ASSESS -> Shape.DIAMOND;
            case null -> Shape.DIAMOND;
        };
    }

    private static String counts(Rate rate) {
        Interval interval = rate.clopperPearson();
        if (interval == null) {
            return "no first course yet";
        }
        return "%s of %s, %s to %s"
                .formatted(
                        Figures.count(rate.affected()),
                        Figures.count(rate.exposed()),
                        Figures.percent(interval.low()),
                        Figures.percent(interval.high()));
    }

    private static long evidencePercent(Comparison comparison) {
        Double lnE = comparison.lnE();
        if (lnE == null) {
            return 0;
        }
        return Math.round(100 * Math.max(0, Math.min(1, lnE / Math.log(comparison.threshold()))));
    }

    private static String evidence(Comparison comparison, Rate rate) {
        Double lnE = comparison.lnE();
        if (lnE == null) {
            return "waits for a null";
        }
        String evidence = "E is %s, alert at %s"
                .formatted(Figures.eValue(lnE), Figures.count(Math.round(comparison.threshold())));
        return comparison.exposed() == rate.exposed()
                ? evidence
                : "%s, judged on %s of %s"
                        .formatted(evidence, Figures.count(comparison.affected()), Figures.count(comparison.exposed()));
    }

    private static @Nullable Drawing trend(Subject subject, @Nullable Baseline published, IsoWeek from, IsoWeek to) {
        List<Sparkline.Point> points = subject.trend().stream()
                .filter(week -> week.exposed() > 0)
                .map(week -> new Sparkline.Point(
                        IsoWeek.parse(String.valueOf(week.key())), (double) week.affected() / week.exposed()))
                // A session's own offset may put it into the week after that of the look.
                .filter(point -> point.week().compareTo(to) <= 0)
                .toList();
        if (points.isEmpty()) {
            return null;
        }
        Sparkline.Point last = points.getLast();
        return Sparkline.draw(
                "%s by week from %s to %s; the last, %s: %s"
                        .formatted(
                                Words.measure(subject.measure()), from, to, last.week(), Figures.percent(last.rate())),
                from,
                to,
                points,
                published == null ? null : Literature.across(published));
    }
}
