package io.dripline.reporting.dashboard.clinic;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.alert.SummariseAlert;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.CompareMonitors;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.completeness.OwnWeek;
import io.dripline.reporting.incidence.Dimension;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.posting.IntakeAwayException;
import io.dripline.reporting.posting.PostedDay;
import io.dripline.reporting.posting.PostedDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Reads what a clinic's own page shows. */
@ApplicationScoped
class ShowClinic {

    static final List<String> MEASURES = List.of(
            Measures.ANY,
            Category.CNS.name(),
            Category.GI.name(),
            Category.CARDIOVASCULAR.name(),
            Category.HEPATIC.name(),
            Category.UROGENITAL.name());

    private final CompareMonitors compareMonitors;
    private final Alerts alerts;
    private final SummariseAlert summaries;
    private final Jdbi jdbi;
    private final Incidences incidences;
    private final ClinicWeeks clinicWeeks;
    private final PostedDays postedDays;
    private final FollowingStatus following;
    private final Clock clock;
    private final DescribeClinic describe;

    ShowClinic(
            CompareMonitors compareMonitors,
            Alerts alerts,
            SummariseAlert summaries,
            Baselines baselines,
            Jdbi jdbi,
            Incidences incidences,
            ClinicWeeks clinicWeeks,
            PostedDays postedDays,
            @Readiness FollowingStatus following,
            Clock clock) {
        this.compareMonitors = compareMonitors;
        this.alerts = alerts;
        this.summaries = summaries;
        this.jdbi = jdbi;
        this.incidences = incidences;
        this.clinicWeeks = clinicWeeks;
        this.postedDays = postedDays;
        this.following = following;
        this.clock = clock;
        this.describe = new DescribeClinic(baselines);
    }

    /** The rates. Read in this order, so that what is shown is never older than it says. */
    ClinicView rates(String clinic) {
        String notCurrent = following.whyNotCurrent();
        Instant asOf = jdbi.withHandle(incidences::active).appliedAt();
        var comparisons = compareMonitors.compare(monitor -> monitor.visibleTo(clinic));
        return describe.describe(jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new ClinicFacts(
                        clinic,
                        comparisons,
                        alerts.all(handle).stream()
                                .filter(alert -> summaries.summarise(alert).visibleTo(clinic))
                                .toList(),
                        incidences.answer(
                                handle,
                                IncidenceQuestion.weekly(
                                        MEASURES, Unit.FIRST_COURSE, Map.of(Dimension.CLINIC.field(), clinic), null)),
                        incidences.answer(
                                handle,
                                new IncidenceQuestion(
                                        MEASURES, Unit.FIRST_COURSE, Map.of(), null, null, Dimension.CLINIC)),
                        IsoWeek.of(today()),
                        asOf,
                        notCurrent)));
    }

    /** What was posted and what is missing; without tallies while intake is away. */
    PostingView posting(String clinic) {
        DaysOnEarth days = DaysOnEarth.at(clock.instant());
        IsoWeek last = IsoWeek.of(days.begun());
        IsoWeek first = last.plus(-PostingView.WEEKS);
        List<OwnWeek> weeks = jdbi.withHandle(handle -> clinicWeeks.weeksOf(handle, clinic, first, last));
        try {
            List<PostedDay> posted = postedDays.between(first.monday(), days.begun());
            return new DescribePosting(weeks, posted, days.running()).view(first, last, null);
        } catch (IntakeAwayException e) {
            return new DescribePosting(weeks, null, days.running()).view(first, last, e.getMessage());
        }
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
