package io.dripline.reporting.dashboard.overview;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.comparison.CompareMonitors;
import io.dripline.reporting.completeness.ClinicWeeks;
import io.dripline.reporting.dashboard.layout.SharedRendering;
import io.dripline.reporting.incidence.FollowingStatus;
import io.dripline.reporting.incidence.IncidenceQuestion;
import io.dripline.reporting.incidence.Incidences;
import io.dripline.reporting.monitor.SpentShares;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Reads what the overview shows, which is the same for all who may see it, and writes it down once for all who wait. */
@ApplicationScoped
class ShowOverview {

    private static final List<String> MEASURES = List.of(
            Measures.ANY,
            Category.CNS.name(),
            Category.GI.name(),
            Category.CARDIOVASCULAR.name(),
            Category.HEPATIC.name(),
            Category.UROGENITAL.name());

    private final CompareMonitors compareMonitors;
    private final Alerts alerts;
    private final Jdbi jdbi;
    private final Incidences incidences;
    private final ClinicWeeks clinicWeeks;
    private final FollowingStatus following;
    private final SpentShares spentShares;
    private final Clock clock;
    private final DescribeOverview describe;
    private final SharedRendering rendering;

    ShowOverview(
            CompareMonitors compareMonitors,
            Alerts alerts,
            Baselines baselines,
            Jdbi jdbi,
            Incidences incidences,
            ClinicWeeks clinicWeeks,
            @Readiness FollowingStatus following,
            SpentShares spentShares,
            Clock clock) {
        this.compareMonitors = compareMonitors;
        this.alerts = alerts;
        this.jdbi = jdbi;
        this.incidences = incidences;
        this.clinicWeeks = clinicWeeks;
        this.following = following;
        this.spentShares = spentShares;
        this.clock = clock;
        this.describe = new DescribeOverview(baselines);
        this.rendering = new SharedRendering(this::render, Infrastructure.getDefaultWorkerPool());
    }

    /** The part of the page that changes. */
    Uni<String> fragment() {
        return Uni.createFrom().completionStage(rendering::get);
    }

    private String render() {
        return OverviewResource.Templates.overview(overview()).render();
    }

    /** What the page shows, as of now. */
    Overview overview() {
        return describe.describe(facts());
    }

    /** Read in this order, so that what is shown is never older than it says. */
    private OverviewFacts facts() {
        IsoWeek thisWeek = IsoWeek.of(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        String notCurrent = following.whyNotCurrent();
        Instant asOf = jdbi.withHandle(incidences::active).appliedAt();
        var comparisons = compareMonitors.compare(monitor -> true);
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new OverviewFacts(
                        comparisons,
                        alerts.all(handle),
                        incidences.answer(
                                handle, IncidenceQuestion.weekly(MEASURES, Unit.FIRST_COURSE, Map.of(), null)),
                        clinicWeeks.posted(
                                handle, OverviewFacts.postedFrom(thisWeek), OverviewFacts.postedTo(thisWeek)),
                        spentShares.divided(handle).officers(),
                        thisWeek,
                        asOf,
                        notCurrent));
    }
}
