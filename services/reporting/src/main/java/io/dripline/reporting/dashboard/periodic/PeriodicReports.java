package io.dripline.reporting.dashboard.periodic;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.dashboard.download.Download;
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
import io.dripline.reporting.monitor.SpentShares;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Jdbi jdbi;
    private final Incidences incidences;
    private final AnswerIncidence answerIncidence;
    private final Alerts alerts;
    private final Monitors monitors;
    private final ClinicWeeks clinicWeeks;
    private final Baselines baselines;
    private final FollowingStatus following;
    private final SpentShares spentShares;
    private final DescribePeriod describe;
    private final Semaphore printing = new Semaphore(1);

    PeriodicReports(
            Jdbi jdbi,
            Incidences incidences,
            AnswerIncidence answerIncidence,
            Alerts alerts,
            Monitors monitors,
            ClinicWeeks clinicWeeks,
            Baselines baselines,
            @Readiness FollowingStatus following,
            SpentShares spentShares) {
        this.jdbi = jdbi;
        this.incidences = incidences;
        this.answerIncidence = answerIncidence;
        this.alerts = alerts;
        this.monitors = monitors;
        this.clinicWeeks = clinicWeeks;
        this.baselines = baselines;
        this.following = following;
        this.spentShares = spentShares;
        this.describe = new DescribePeriod(baselines);
    }

    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance report(PeriodicReport report, String chartStyle);
    }

    /** The report. @param period the weeks, both stated, with cohort and unit */
    PeriodicReport of(IncidenceQuestion period) {
        return describe.describe(
                jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> facts(handle, period)));
    }

    /** Why newer changes may be missing from it, null while they are not. */
    @Nullable
    String whyNotCurrent() {
        return following.whyNotCurrent();
    }

    /**
     * The report as a PDF document: the same report gives the same bytes. One at a time, for it takes a processor and
     * memory that judging needs.
     *
     * @throws HttpProblem 503 while newer changes may be missing, or others are being printed
     */
    byte[] pdf(IncidenceQuestion period) {
        String notCurrent = whyNotCurrent();
        if (notCurrent != null) {
            throw away("Newer changes may be missing: " + notCurrent + ".");
        }
        if (!isPatient()) {
            throw away("Other reports are being printed.");
        }
        try {
            return WritePdf.of(
                    Templates.report(of(period), Download.chartStyle()).render());
        } finally {
            printing.release();
        }
    }

    private boolean isPatient() {
        try {
            return printing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpProblem away(String why) {
        return HttpProblem.builder()
                .withStatus(503)
                .withTitle("Service Unavailable")
                .withDetail("The report cannot be printed now. " + why)
                .withHeader("Retry-After", "10")
                .build();
    }

    private PeriodicFacts facts(Handle handle, IncidenceQuestion period) {
        Map<Unit, Long> exposures = new EnumMap<>(Unit.class);
        for (Unit unit : Unit.values()) {
            exposures.put(
                    unit,
                    sum(handle, asked(period, List.of(Measures.ANY), unit), Measures.ANY)
                            .exposed());
        }
        List<IncidenceSum> sums = incidences.answer(handle, asked(period, MEASURES, period.unit()));
        List<Monitor> watching = monitors.all(handle);
        String clinic = period.cohort().get(Dimension.CLINIC);
        return new PeriodicFacts(
                period,
                exposures,
                MEASURES.stream()
                        .map(measure -> measure(handle, period, measure, sums, watching))
                        .toList(),
                alerts.all(handle).stream()
                        .filter(alert -> alert.cohort()
                                .entrySet()
                                .containsAll(cohort(period).entrySet()))
                        .filter(alert -> AlertInPeriod.concerns(
                                alert,
                                start(Objects.requireNonNull(period.from()).monday()),
                                end(period)))
                        .sorted(Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id))
                        .toList(),
                end(period),
                monitors.clinics(handle).stream()
                        .filter(seen -> clinic == null || clinic.equals(seen))
                        .sorted()
                        .toList(),
                clinicWeeks.posted(handle, Objects.requireNonNull(period.from()), Objects.requireNonNull(period.to())),
                spentShares.divided(handle).alpha());
    }

    private MeasureFacts measure(
            Handle handle, IncidenceQuestion period, String measure, List<IncidenceSum> sums, List<Monitor> watching) {
        Baseline published = published(measure, period, watching).orElse(null);
        return new MeasureFacts(
                measure,
                sums.stream()
                        .filter(sum -> sum.measure().equals(measure))
                        .findFirst()
                        .map(sum -> Rate.of(null, sum.exposed(), sum.affected(), sum.possible()))
                        .orElseGet(() -> Rate.of(null, 0, 0, 0)),
                published,
                period.unit() == Unit.FIRST_COURSE
                        && published != null
                        && baselines
                                .comparable(measure, period.unit(), cohort(period))
                                .contains(published),
                isSystem(measure)
                        ? answerIncidence.terms(handle, asked(period, List.of(measure), period.unit()))
                        : Map.of());
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

    private static Instant end(IncidenceQuestion period) {
        return start(Objects.requireNonNull(period.to()).monday().plusWeeks(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
