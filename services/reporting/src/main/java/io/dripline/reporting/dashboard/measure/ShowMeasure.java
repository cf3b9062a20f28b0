package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.WeekEvidence;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.Judgement;
import io.dripline.reporting.alert.Judgements;
import io.dripline.reporting.alert.Trajectory;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNulls;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.CompareMonitors;
import io.dripline.reporting.comparison.Comparison;
import io.dripline.reporting.dashboard.chart.Drawing;
import io.dripline.reporting.dashboard.chart.ForestMark;
import io.dripline.reporting.dashboard.chart.PercentAxis;
import io.dripline.reporting.dashboard.chart.Published;
import io.dripline.reporting.dashboard.chart.Shape;
import io.dripline.reporting.dashboard.chart.WeeklyPlot;
import io.dripline.reporting.dashboard.layout.Addresses;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Literature;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.measure.MeasureView.Watched;
import io.dripline.reporting.incidence.AnswerIncidence;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.Incidence;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Rate;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.statistics.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what a measure's page shows of the exposures that were asked for. */
@ApplicationScoped
class ShowMeasure {

    private final AnswerIncidence answerIncidence;
    private final CompareMonitors compareMonitors;
    private final Monitors monitors;
    private final Judgements judgements;
    private final Alerts alerts;
    private final Baselines baselines;
    private final BaselineNulls nulls;
    private final FollowingStatus following;
    private final Jdbi jdbi;
    private final DescribeStudies studies;

    ShowMeasure(
            AnswerIncidence answerIncidence,
            CompareMonitors compareMonitors,
            Monitors monitors,
            Judgements judgements,
            Alerts alerts,
            Baselines baselines,
            BaselineNulls nulls,
            @Readiness FollowingStatus following,
            Jdbi jdbi) {
        this.answerIncidence = answerIncidence;
        this.compareMonitors = compareMonitors;
        this.monitors = monitors;
        this.judgements = judgements;
        this.alerts = alerts;
        this.baselines = baselines;
        this.nulls = nulls;
        this.following = following;
        this.jdbi = jdbi;
        this.studies = new DescribeStudies(baselines);
    }

    /** What was kept of the monitor that watches exactly what is shown. */
    private record Kept(Monitor monitor, Judgement judgement, List<Alert> alerts) {}

    /** Every clinic that was ever seen. */
    List<String> clinics() {
        return jdbi.withHandle(monitors::clinics);
    }

    MeasureView view(IncidenceQuestion question) {
        Shown shown = Shown.of(question);
        String notCurrent = following.whyNotCurrent();
        Incidence counted = answerIncidence.answer(question);
        List<WeekLine> weeks = counted.rows().stream().map(WeekLine::of).toList();
        Rate total = total(counted);
        List<Monitor> ofMeasure = jdbi.withHandle(monitors::all).stream()
                .filter(monitor -> monitor.measure().equals(shown.measure()))
                .toList();
        List<Monitor> ofThis = ofMeasure.stream()
                .filter(monitor ->
                        monitor.unit() == shown.unit() && monitor.cohort().equals(shown.cohort()))
                .toList();
        Set<String> alarmed =
                jdbi.withHandle(alerts::standing).stream().map(Alert::monitor).collect(Collectors.toSet());
        // Of several one whose alert stands comes first.
        EvidenceView evidence = ofThis.stream()
                .filter(ShowMeasure::isAtWork)
                .min(Comparator.comparing(monitor -> !alarmed.contains(monitor.id())))
                .flatMap(monitor -> evidence(shown, monitor))
                .orElse(null);
        PercentAxis axis = studies.axis(shown, total);
        return new MeasureView(
                shown,
                query(question),
                total,
                total.rate() == null ? null : Figures.percent(total.rate()),
                counts(total),
                total.possible() == total.affected()
                        ? null
                        : Figures.count(total.possible() - total.affected()) + " await coding",
                period(weeks),
                weekly(shown, weeks, total, evidence),
                weeks,
                evidence,
                alerts(ofThis, evidence),
                evidence == null
                        ? watched(
                                ofMeasure.stream().filter(ShowMeasure::isAtWork).toList())
                        : List.of(),
                terms(shown, total),
                ours(total),
                axis,
                studies.lines(shown, jdbi.withHandle(handle -> nulls.stating(handle, baselines.all())), axis),
                new ShownTime(counted.asOf()),
                notCurrent);
    }

    private static Rate total(Incidence counted) {
        return Rate.of(
                null,
                counted.rows().stream().mapToLong(Rate::exposed).sum(),
                counted.rows().stream().mapToLong(Rate::affected).sum(),
                counted.rows().stream().mapToLong(Rate::possible).sum());
    }

    private static @Nullable String counts(Rate total) {
        Interval interval = total.clopperPearson();
        return interval == null
                ? null
                : "%s of %s, %s to %s"
                        .formatted(
                                Figures.count(total.affected()),
                                Figures.count(total.exposed()),
                                Figures.percent(interval.low()),
                                Figures.percent(interval.high()));
    }

    private static @Nullable String period(List<WeekLine> weeks) {
        return weeks.isEmpty()
                ? null
                : "weeks %s to %s"
                        .formatted(weeks.getFirst().week(), weeks.getLast().week());
    }

    private static String query(IncidenceQuestion question) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("unit", question.unit().name());
        question.cohort().forEach((dimension, value) -> parameters.put(dimension.field(), value));
        if (question.from() != null) {
            parameters.put("from", question.from().toString());
        }
        if (question.to() != null) {
            parameters.put("to", question.to().toString());
        }
        return Addresses.with("", parameters);
    }

    private @Nullable Drawing weekly(Shown shown, List<WeekLine> weeks, Rate total, @Nullable EvidenceView evidence) {
        if (weeks.isEmpty()) {
            return null;
        }
        WeekLine last = weeks.getLast();
        return WeeklyPlot.draw(
                "Incidence by week: %s, %s".formatted(shown.words(), period(weeks)),
                "Affected of exposed %s, in all %s; in the last week, %s, %s."
                        .formatted(Words.units(shown.unit()), counts(total), last.week(), last.fraction()),
                weeks.stream().map(WeekLine::drawn).toList(),
                published(shown, evidence));
    }

    /** What the monitor is held against; without one, what was published of the measure as a range. */
    private @Nullable Published published(Shown shown, @Nullable EvidenceView evidence) {
        if (evidence != null) {
            return Literature.across(baselines.get(evidence.comparison().baseline()));
        }
        return baselines.comparable(shown.measure(), shown.unit(), shown.cohort()).stream()
                .filter(figure -> figure.measure().equals(shown.measure()))
                .filter(figure -> Literature.band(figure) != null)
                .findFirst()
                .map(Literature::across)
                .orElse(null);
    }

    private Optional<EvidenceView> evidence(Shown shown, Monitor monitor) {
        Kept kept = jdbi.withHandle(handle -> kept(handle, monitor));
        return compareMonitors.compare(compared -> compared.id().equals(monitor.id())).stream()
                .findFirst()
                .map(comparison -> evidence(shown, kept, comparison));
    }

    private Kept kept(Handle handle, Monitor monitor) {
        return new Kept(
                monitors.find(handle, monitor.id()).orElse(monitor),
                judgements.of(handle, List.of(monitor.id())).getOrDefault(monitor.id(), Judgement.none(monitor.id())),
                alerts.ofMonitors(handle, List.of(monitor.id())));
    }

    private EvidenceView evidence(Shown shown, Kept kept, Comparison comparison) {
        List<WeekEvidence> points = Trajectory.of(kept.monitor(), kept.judgement());
        Baseline figure = baselines.get(comparison.baseline());
        return DescribeEvidence.of(shown, comparison, points, kept.alerts(), figure);
    }

    private static boolean isAtWork(Monitor monitor) {
        return monitor.status() != MonitorStatus.RETIRED;
    }

    private List<AlertLine> alerts(List<Monitor> ofThis, @Nullable EvidenceView evidence) {
        if (ofThis.isEmpty()) {
            return List.of();
        }
        Map<String, Monitor> byId = ofThis.stream().collect(Collectors.toMap(Monitor::id, monitor -> monitor));
        String drawn = evidence == null ? null : evidence.comparison().monitor();
        return jdbi.withHandle(handle -> alerts.ofMonitors(handle, byId.keySet())).stream()
                .map(alert -> AlertLine.of(alert, Objects.requireNonNull(byId.get(alert.monitor())), drawn))
                .toList();
    }

    private static List<Watched> watched(List<Monitor> ofMeasure) {
        List<Watched> watched = new ArrayList<>();
        for (Monitor monitor : ofMeasure) {
            Map<String, String> filters = new LinkedHashMap<>(monitor.cohort());
            filters.put("unit", monitor.unit().name());
            watched.add(new Watched(
                    "%s, %s".formatted(Words.cohort(monitor.cohort()), Words.units(monitor.unit())),
                    Addresses.measure(monitor.measure(), filters)));
        }
        return watched;
    }

    private List<TermLine> terms(Shown shown, Rate total) {
        if (total.exposed() == 0) {
            return List.of();
        }
        Map<String, Long> affected = answerIncidence.terms(shown.question());
        long most = affected.values().stream().mapToLong(Long::longValue).max().orElse(1);
        String query = query(shown.question());
        return affected.entrySet().stream()
                .map(term -> new TermLine(
                        term.getKey(),
                        Words.measure(term.getKey()),
                        term.getValue(),
                        Figures.percent((double) term.getValue() / total.exposed()),
                        Math.round(100.0 * term.getValue() / most),
                        Addresses.measure(term.getKey(), Map.of()) + query))
                .toList();
    }

    private static ForestMark ours(Rate total) {
        return new ForestMark(
                null,
                null,
                total.clopperPearson(),
                total.rate(),
                total.possible() == total.affected() || total.exposed() == 0
                        ? null
                        : Double.valueOf((double) total.possible() / total.exposed()),
                Shape.CIRCLE,
                "OURS",
                total.rate() == null ? "Observed: nothing yet" : "Observed: " + Figures.percent(total.rate()));
    }
}
