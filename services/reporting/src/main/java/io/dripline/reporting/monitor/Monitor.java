package io.dripline.reporting.monitor;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.statistics.WeeklyMixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is watched. All but the status and what judging froze is fixed when it is made.
 *
 * @param baseline id of the published figure
 * @param cohort filter over the cell's dimensions; empty for all
 * @param startWeek first week that counts; null for the beginning
 * @param alphaShare share of the installation's alpha, above 0 and at most 1; once given it is spent
 * @param p0 null incidence, inside (0, 1); null while it waits for one
 * @param nullStates how the events behind its null were counted, as the officer who gave that states; neither where it does not
 * @param nullOverrides what of that the figure's source stated otherwise when the null was given
 * @param firstCountedWeek the week from which the mixture counts, frozen when the first exposure was judged
 * @param supLnE the largest ln E ever judged, null before the first
 * @param rule by what it is judged; no later setting changes it
 * @param nullGivenAt when an officer gave the null that it waited for; null where it was made with its null, or waits
 * @param nullRevision which null of its figure it has; null while it waits, and where that was not kept yet
 */
@JsonIncludeProperties({
    "id",
    "baseline",
    "measure",
    "unit",
    "cohort",
    "startWeek",
    "alphaShare",
    "p0",
    "nullStates",
    "status"
})
public record Monitor(
        String id,
        String baseline,
        String measure,
        Unit unit,
        Map<String, String> cohort,
        @Nullable IsoWeek startWeek,
        double alphaShare,
        @Nullable Double p0,

        @Schema(
                description =
                        "How the events behind its null were counted, as the officer who gave that states; what is null holds as"
                                + " the figure's source states")
        EventCounting nullStates,

        @Schema(hidden = true) EventCounting nullOverrides,
        MonitorStatus status,
        @Nullable IsoWeek firstCountedWeek,
        @Nullable Double supLnE,
        Instant createdAt,
        String createdBy,
        @Schema(hidden = true) JudgingRule rule,
        @Schema(hidden = true) @Nullable Instant nullGivenAt,
        @Schema(hidden = true) @Nullable Integer nullRevision) {

    public Monitor {
        if (!(alphaShare > 0 && alphaShare <= 1)) {
            throw new IllegalArgumentException("alphaShare: expected above 0 and at most 1, found " + alphaShare);
        }
        if (status == MonitorStatus.ACTIVE && p0 == null) {
            throw new IllegalArgumentException("p0: an active monitor needs a null");
        }
        cohort = Map.copyOf(cohort);
    }

    /** One that is new: it judges if there is a null for it, and waits for one otherwise. */
    static Monitor made(
            String id,
            Baseline baseline,
            Unit unit,
            Map<String, String> cohort,
            @Nullable IsoWeek startWeek,
            double alphaShare,
            @Nullable BaselineNull given,
            JudgingRule rule,
            Instant at,
            String by) {
        return new Monitor(
                id,
                baseline.id(),
                baseline.measure(),
                unit,
                cohort,
                startWeek,
                alphaShare,
                given == null ? null : given.p0(),
                given == null ? EventCounting.UNSTATED : given.states(),
                given == null ? EventCounting.UNSTATED : given.overrides(),
                given == null ? MonitorStatus.WAITING_FOR_NULL : MonitorStatus.ACTIVE,
                null,
                null,
                at.truncatedTo(ChronoUnit.MICROS),
                by,
                rule,
                null,
                given == null ? null : given.revision());
    }

    /** Where it raises an alert, on the scale of E: 1 / (alpha times its share). */
    public double threshold() {
        return rule.threshold(alphaShare);
    }

    /** Its evidence; null while it waits for a null. */
    public @Nullable WeeklyMixture mixture() {
        return p0 == null ? null : rule.mixture(p0);
    }

    /** The one clinic that it watches; null where it watches several. */
    public @Nullable String clinic() {
        return cohort.get("clinic");
    }

    /**
     * Whether a caller bound to {@code onlyClinic} may see it; null for a caller who sees every clinic. What counts
     * several clinics is not for one of them: it could subtract its own and be left with the others'.
     */
    public boolean visibleTo(@Nullable String onlyClinic) {
        return onlyClinic == null || onlyClinic.equals(clinic());
    }

    /** Whether it was made before anything of its cohort was seen: those that need no decision are. */
    public boolean predatesItsData() {
        return createdBy.equals(MakeDefaultMonitors.MAKER);
    }
}
