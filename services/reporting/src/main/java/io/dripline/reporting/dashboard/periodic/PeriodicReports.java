package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.PostedWeeks;
import io.dripline.reporting.dashboard.download.Download;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.periodic.PeriodicFacts.MeasureFacts;
import io.dripline.reporting.incidence.AnswerIncidence;
import io.dripline.reporting.incidence.Dimension;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.IncidenceSum;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.incidence.Rate;
import io.dripline.reporting.monitor.Monitor;
import io.dripline.reporting.monitor.MonitorStatus;
import io.dripline.reporting.monitor.Monitors;
import io.dripline.reporting.monitor.MonitorsConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Makes periodic reports: reads what they hold as of one moment, and prints it. */
@ApplicationScoped
class PeriodicReports {

    /** Any event, the five systems of the evidence review, what is of none, and what was serious. */
    private static final List<String> MEASURES = Stream.concat(
                    Stream.of(Measures.ANY),
                    Stream.concat(
                            Stream.of(
                                            Category.CNS,
                                            Category.GI,
                                            Category.CARDIOVASCULAR,
                                            Category.HEPATIC,
                                            Category.UROGENITAL,
                                            Category.OTHER)
                                    .map(Category::name),
                            Stream.of(Measures.SERIOUS)))
            .toList();

    /** What was printed of any event. */
    private static final String ANY_PUBLISHED = "text-any";

    private final Jdbi jdbi;
    private final Incidences incidences;
    private final AnswerIncidence answerIncidence;
    private final Alerts alerts;
    private final Monitors monitors;
    private final ClinicWeeks clinicWeeks;
    private final Baselines baselines;
    private final FollowingStatus following;
    private final DescribePeriod describe;

    PeriodicReports(
            Jdbi jdbi,
            Incidences incidences,
            AnswerIncidence answerIncidence,
            Alerts alerts,
            Monitors monitors,
            ClinicWeeks clinicWeeks,
            Baselines baselines,
            @Readiness FollowingStatus following,
            MonitorsConfig config) {
        this.jdbi = jdbi;
        this.incidences = incidences;
        this.answerIncidence = answerIncidence;
        this.alerts = alerts;
        this.monitors = monitors;
        this.clinicWeeks = clinicWeeks;
        this.baselines = baselines;
        this.following = following;
        this.describe = new DescribePeriod(baselines, config.alpha());
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance report(PeriodicReport report, String chartStyle);
    }

    /** The report. @param period the weeks, both stated, with cohort and unit */
    PeriodicReport of(IncidenceQuestion period) {
        String notCurrent = following.whyNotCurrent();
        return describe.describe(jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, handle -> facts(handle, period, notCurrent)));
    }

    /** The report as a PDF document: the same report gives the same bytes. */
    byte[] pdf(PeriodicReport report) {
        return WritePdf.of(Templates.report(report, Download.chartStyle()).render());
    }

    private PeriodicFacts facts(Handle handle, IncidenceQuestion period, @Nullable String notCurrent) {
        Map<Unit, Long> exposures = new EnumMap<>(Unit.class);
        for (Unit unit : Unit.values()) {
            exposures.put(
                    unit,
                    sum(handle, asked(period, List.of(Measures.ANY), unit), Measures.ANY)
                            .exposed());
        }
        List<IncidenceSum> sums = incidences.answer(handle, asked(period, MEASURES, period.unit()));
        List<Monitor> watching = monitors.all(handle);
        return new PeriodicFacts(
                period,
                exposures,
                MEASURES.stream()
                        .map(measure -> new MeasureFacts(
                                measure,
                                sums.stream()
                                        .filter(sum -> sum.measure().equals(measure))
                                        .findFirst()
                                        .map(sum -> Rate.of(null, sum.exposed(), sum.affected(), sum.possible()))
                                        .orElseGet(() -> Rate.of(null, 0, 0, 0)),
                                published(measure, period, watching).orElse(null),
                                isSystem(measure)
                                        ? answerIncidence.terms(handle, asked(period, List.of(measure), period.unit()))
                                        : Map.of()))
                        .toList(),
                alerts.all(handle).stream()
                        .filter(alert -> isOf(alert, period))
                        .sorted(Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id))
                        .toList(),
                posted(handle, period),
                notCurrent);
    }

    private static boolean isSystem(String measure) {
        return !measure.equals(Measures.ANY) && !measure.equals(Measures.SERIOUS);
    }

    private static IncidenceQuestion asked(IncidenceQuestion period, List<String> measures, Unit unit) {
        return new IncidenceQuestion(measures, unit, period.cohort(), period.from(), period.to(), null);
    }

    private IncidenceSum sum(Handle handle, IncidenceQuestion question, String measure) {
        return incidences.answer(handle, question).stream()
                .findFirst()
                .orElseGet(() -> new IncidenceSum(measure, null, 0, 0, 0, 0, 0));
    }

    /** What the first monitor of the measure is held against; else the first range that can be compared. */
    private Optional<Baseline> published(String measure, IncidenceQuestion period, List<Monitor> watching) {
        return Stream.of(
                        watching.stream()
                                .filter(monitor -> monitor.measure().equals(measure))
                                .filter(monitor -> monitor.status() != MonitorStatus.RETIRED)
                                .filter(monitor -> monitor.unit() == period.unit()
                                        && monitor.cohort().isEmpty())
                                .map(monitor -> baselines.get(monitor.baseline())),
                        measure.equals(Measures.ANY)
                                ? baselines.find(ANY_PUBLISHED).stream()
                                : baselines.comparable(measure, period.unit(), cohort(period)).stream()
                                        .filter(figure -> figure.measure().equals(measure)))
                .flatMap(Function.identity())
                .findFirst();
    }

    private static Map<String, String> cohort(IncidenceQuestion period) {
        return period.cohort().entrySet().stream()
                .collect(Collectors.toMap(asked -> asked.getKey().field(), Map.Entry::getValue));
    }

    private static boolean isOf(Alert alert, IncidenceQuestion period) {
        boolean isOfCohort = period.cohort().entrySet().stream()
                .allMatch(asked -> asked.getValue()
                        .equals(alert.cohort().get(asked.getKey().field())));
        Instant start = start(Objects.requireNonNull(period.from()).monday());
        Instant end = start(Objects.requireNonNull(period.to()).monday().plusWeeks(1));
        boolean isStepped = alert.history().stream()
                .anyMatch(step -> !step.at().isBefore(start) && step.at().isBefore(end));
        boolean isOpen = alert.raisedAt().isBefore(end) && !AlertWords.isSettled(alert);
        return isOfCohort && (isStepped || isOpen);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<PostedWeeks> posted(Handle handle, IncidenceQuestion period) {
        String clinic = period.cohort().get(Dimension.CLINIC);
        return clinicWeeks
                .posted(handle, Objects.requireNonNull(period.from()), Objects.requireNonNull(period.to()))
                .stream()
                .filter(posted -> clinic == null || clinic.equals(posted.clinic()))
                .collect(Collectors.toList());
    }
}
