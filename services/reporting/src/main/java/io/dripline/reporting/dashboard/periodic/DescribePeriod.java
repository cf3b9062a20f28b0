package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.chart.ForestPlot;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.chart.Shape;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.periodic.PeriodicFacts.MeasureFacts;
import io.dripline.reporting.dashboard.periodic.PeriodicReport.AlertEntry;
import io.dripline.reporting.dashboard.periodic.PeriodicReport.MeasureLine;
import io.dripline.reporting.dashboard.periodic.PeriodicReport.PostingLine;
import io.dripline.reporting.dashboard.periodic.PeriodicReport.Step;
import io.dripline.reporting.dashboard.periodic.PeriodicReport.StudyLine;
import io.dripline.reporting.dashboard.periodic.PeriodicReport.TermLine;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Rate;
import io.dripline.statistics.Interval;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From facts to the words and pictures of a periodic report. */
final class DescribePeriod {

    private static final String NOTHING = "–";
    private static final String ABOVE = "above this figure";

    /** As the printed report's style has them, in pixels. */
    private static final int PLOT_WIDTH = 232;

    private static final int TICK_WIDTH = 44;
    private static final double SHORTEST_AXIS = 0.1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Baselines baselines;

    DescribePeriod(Baselines baselines) {
        this.baselines = baselines;
    }

    PeriodicReport describe(PeriodicFacts facts) {
        IncidenceQuestion period = facts.period();
        IsoWeek from = Objects.requireNonNull(period.from());
        IsoWeek to = Objects.requireNonNull(period.to());
        PercentAxis axis = PercentAxis.reaching(
                facts.measures().stream()
                        .mapToDouble(DescribePeriod::reach)
                        .max()
                        .orElse(0),
                SHORTEST_AXIS);
        return new PeriodicReport(
                "weeks %s to %s".formatted(from, to),
                "%s to %s".formatted(DAY.format(from.monday()), DAY.format(lastDay(to))),
                cohort(period),
                Words.units(period.unit()),
                summary(facts),
                axis.ticks().stream()
                        .map(tick -> new PeriodicReport.Placed(
                                Math.round(PLOT_WIDTH * ForestPlot.placeInRow(axis, tick.value())) - TICK_WIDTH / 2,
                                tick.label()))
                        .toList(),
                facts.measures().stream()
                        .map(measure -> line(measure, period.unit(), axis))
                        .toList(),
                facts.measures().stream()
                        .flatMap(measure -> measure.terms().entrySet().stream()
                                .map(term -> new TermLine(
                                        Words.measure(measure.measure()),
                                        Words.measure(term.getKey()),
                                        of(term.getValue(), measure.rate().exposed()),
                                        Figures.percent((double) term.getValue()
                                                / measure.rate().exposed()))))
                        .toList(),
                facts.alerts().stream().map(this::entry).toList(),
                posting(facts),
                published().map(DescribePeriod::study).toList(),
                published().map(Baseline::citation).distinct().sorted().toList(),
                Figures.printed(facts.alpha()));
    }

    /** Every one, of terms too; computed ones are not published. */
    private Stream<Baseline> published() {
        return baselines.all().stream()
                .filter(figure -> figure.workings().pooled().isEmpty());
    }

    private static long weeks(IncidenceQuestion period) {
        return Objects.requireNonNull(period.from()).weeksUntil(Objects.requireNonNull(period.to())) + 1;
    }

    private static LocalDate lastDay(IsoWeek week) {
        return week.monday().plusDays(6);
    }

    private static String cohort(IncidenceQuestion period) {
        return period.cohort().isEmpty()
                ? "All clinics, every session reported."
                : period.cohort().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> "%s: %s"
                                .formatted(
                                        Words.dimension(entry.getKey().field()),
                                        Words.value(entry.getKey().field(), entry.getValue())))
                        .collect(Collectors.joining("; ", "Sessions with ", "."));
    }

    private static List<String> summary(PeriodicFacts facts) {
        List<String> summary = new ArrayList<>();
        summary.add("%s sessions, %s courses, %s first courses."
                .formatted(
                        Figures.count(facts.exposures().getOrDefault(Unit.SESSION, 0L)),
                        Figures.count(facts.exposures().getOrDefault(Unit.COURSE, 0L)),
                        Figures.count(facts.exposures().getOrDefault(Unit.FIRST_COURSE, 0L))));
        long open = facts.alerts().stream()
                .filter(alert -> AlertInPeriod.isOpenAt(alert, facts.end()))
                .count();
        summary.add(
                facts.alerts().isEmpty()
                        ? "No alert about these sessions or a part of them was raised, decided on, or open at the end."
                        : "%s alert%s about these sessions or a part of them raised, decided on, or open at the end; open at the end: %s."
                                .formatted(
                                        Figures.count(facts.alerts().size()),
                                        facts.alerts().size() == 1 ? "" : "s",
                                        open == 0 ? "none" : Figures.count(open)));
        List<String> above = facts.measures().stream()
                .filter(measure -> ABOVE.equals(beside(measure)))
                .map(measure -> Words.measure(measure.measure()))
                .toList();
        if (!above.isEmpty()) {
            summary.add("The whole interval lies above the published figure beside it for: %s."
                    .formatted(String.join(", ", above)));
        }
        long weeks = facts.clinics().size() * weeks(facts.period());
        int closed = facts.posted().stream()
                .filter(posted -> facts.clinics().contains(posted.clinic()))
                .mapToInt(PostedWeeks::closed)
                .sum();
        summary.add(
                weeks == 0
                        ? "No clinic is known of these sessions."
                        : "%s of %s clinic-weeks are closed: over, and with a tally for each day that agrees."
                                .formatted(Figures.count(closed), Figures.count(weeks)));
        return summary;
    }

    private static double reach(MeasureFacts measure) {
        Interval interval = measure.rate().clopperPearson();
        Baseline published = measure.published();
        double high = interval == null ? 0 : interval.high();
        return Math.max(high, published == null || published.rangeHigh() == null ? 0 : published.rangeHigh());
    }

    private static MeasureLine line(MeasureFacts measure, Unit unit, PercentAxis axis) {
        Rate rate = measure.rate();
        Baseline published = measure.published();
        Interval interval = rate.clopperPearson();
        long awaiting = rate.possible() - rate.affected();
        String counts = rate.exposed() == 0 ? "no " + Words.units(unit) : of(rate.affected(), rate.exposed());
        return new MeasureLine(
                Words.measure(measure.measure()),
                ForestPlot.row(mark(measure, counts), axis),
                rate.rate() == null ? NOTHING : Figures.percent(rate.rate()),
                counts,
                interval == null
                        ? null
                        : "%s to %s".formatted(Figures.percent(interval.low()), Figures.percent(interval.high())),
                awaiting == 0 ? null : Figures.count(awaiting) + " await coding",
                published == null ? NOTHING : Literature.inFull(published),
                published == null ? null : Literature.source(published),
                beside(measure));
    }

    private static ForestMark mark(MeasureFacts measure, String counts) {
        Rate rate = measure.rate();
        Baseline published = measure.published();
        return new ForestMark(
                published == null ? null : Literature.band(published),
                published == null ? null : Literature.single(published),
                rate.clopperPearson(),
                rate.rate(),
                rate.possible() == rate.affected() || rate.exposed() == 0
                        ? null
                        : Double.valueOf((double) rate.possible() / rate.exposed()),
                Shape.CIRCLE,
                "OURS",
                "%s: observed %s; published %s"
                        .formatted(
                                Words.measure(measure.measure()),
                                counts,
                                published == null ? "nothing" : Literature.printed(published)));
    }

    /** Describes; that something exceeds the literature is for monitors to say, which may look again and again. */
    private static @Nullable String beside(MeasureFacts measure) {
        Interval ours = measure.rate().clopperPearson();
        Baseline published = measure.published();
        if (ours == null || published == null || !measure.alike()) {
            return null;
        }
        Interval band = Literature.band(published);
        Double single = Literature.single(published);
        if (band == null && single == null) {
            return null;
        }
        double low = band == null ? Objects.requireNonNull(single) : band.low();
        double high = band == null ? Objects.requireNonNull(single) : band.high();
        if (ours.low() > high) {
            return ABOVE;
        }
        return ours.high() < low ? "below this figure" : "not apart from this figure";
    }

    private AlertEntry entry(Alert alert) {
        List<Step> steps = new ArrayList<>();
        AlertStep before = null;
        for (AlertStep step : alert.history()) {
            steps.add(
                    new Step(new ShownTime(step.at()).words(), AlertWords.of(step, before), step.by(), step.reason()));
            before = step;
        }
        return new AlertEntry(
                "%s, %s".formatted(Words.measure(alert.measure()), Words.cohort(alert.cohort())),
                "%s %s (%s), counted from week %s until it was raised; high since week %s"
                        .formatted(
                                of(alert.affected(), alert.exposed()),
                                Words.units(alert.unit()),
                                Figures.percent((double) alert.affected() / alert.exposed()),
                                alert.evidence().weeks().getFirst().week(),
                                alert.highSinceWeek()),
                "E reached %s against a null of %s, an alert needs %s"
                        .formatted(
                                Figures.eValue(alert.lnE()),
                                Figures.nullPercent(alert.evidence().p0()),
                                Figures.count(Math.round(alert.threshold()))),
                baselines
                        .find(alert.evidence().baseline())
                        .map(figure -> "%s (%s)".formatted(Literature.printed(figure), Literature.source(figure)))
                        .orElse(alert.evidence().baseline()),
                "Its " + Words.promise(alert.promise()),
                alert.promiseRemarks(),
                steps);
    }

    /** Every clinic, those too that fell silent: a week of which nothing is known is not closed. */
    private static List<PostingLine> posting(PeriodicFacts facts) {
        long weeks = weeks(facts.period());
        Map<String, PostedWeeks> posted =
                facts.posted().stream().collect(Collectors.toMap(PostedWeeks::clinic, Function.identity()));
        return facts.clinics().stream()
                .map(clinic -> {
                    PostedWeeks known = posted.getOrDefault(clinic, new PostedWeeks(clinic, 0, 0));
                    return new PostingLine(
                            clinic,
                            of(known.closed(), weeks),
                            Figures.percent((double) known.closed() / weeks),
                            Figures.count(weeks - known.weeks()));
                })
                .toList();
    }

    private static StudyLine study(Baseline figure) {
        return new StudyLine(
                Words.measure(figure.measure()),
                Literature.source(figure),
                Literature.inFull(figure),
                Literature.patients(figure),
                Literature.counted(figure),
                Words.standing(figure.standing()).substring(2));
    }

    private static String of(long part, long whole) {
        return "%s of %s".formatted(Figures.count(part), Figures.count(whole));
    }
}
