package io.dripline.classification.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Severity;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One exposure: a session, or a course with the events of all its sessions. Without a date, a name or the patient's
 * pseudonym.
 *
 * @param sessions its sessions, by start; the first one gives week, dimensions and doses
 * @param patient a number that means something in this listing only
 * @param course which of the patient's courses it is or belongs to, from 1, by what was stored at the time
 * @param week ISO week of its start
 * @param affected whether it counts for the measure; false: it may, once its words are ruled on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        requiredProperties = {
            "unit",
            "sessions",
            "patient",
            "course",
            "clinic",
            "week",
            "route",
            "formulation",
            "regimen",
            "indication",
            "doseBand",
            "ascertainment",
            "affected",
            "awaiting",
            "events"
        })
public record Case(
        Unit unit,
        List<UUID> sessions,
        long patient,
        int course,
        String clinic,

        @Schema(examples = "2026-W47") String week,

        String route,
        String formulation,
        String regimen,
        String indication,
        String doseBand,
        String ascertainment,
        @Nullable PlannedDose plannedDose,
        @Nullable GivenDose givenDose,
        boolean affected,
        boolean awaiting,
        List<Event> events) {

    /**
     * One reported event.
     *
     * @param session in which it was
     * @param words as reported, masked; null once erased
     * @param codings none and not awaiting: the words state no adverse event
     */
    @Schema(name = "CaseEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            UUID session,
            UUID id,
            @JsonInclude @Nullable String words,
            List<Coding> codings,
            boolean awaitingReview,
            @Nullable Severity severity,
            List<Seriousness> seriousness,
            @Nullable Outcome outcome) {}
}
