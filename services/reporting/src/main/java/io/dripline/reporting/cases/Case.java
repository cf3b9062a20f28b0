package io.dripline.reporting.cases;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One exposure: a session, or a course with the events of all its sessions.
 *
 * @param unit what an exposure is
 * @param sessions by start; the first one gives week, dimensions and doses
 * @param patient a number that means something in its listing only
 * @param course which of the patient's courses it is or belongs to, from 1
 * @param week ISO week of its start
 * @param route as {@code formulation}, {@code regimen} and {@code indication} the value of a dimension
 * @param events in every session, whatever they are counted for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Case(
        Unit unit,
        List<UUID> sessions,
        long patient,
        int course,
        String clinic,
        String week,
        String route,
        String formulation,
        String regimen,
        String indication,
        @Nullable PlannedDose plannedDose,
        @Nullable GivenDose givenDose,
        List<Event> events) {

    public Case {
        sessions = List.copyOf(sessions);
        events = List.copyOf(events);
    }

    /**
     * One reported event.
     *
     * @param session in which it was
     * @param words as reported, masked; null once erased
     * @param codings none and not awaiting: the words state no adverse event
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Event(
            UUID session,
            @Nullable String words,
            List<Coding> codings,
            boolean awaitingReview,
            @Nullable Severity severity,
            List<Seriousness> seriousness,
            @Nullable Outcome outcome) {

        public Event {
            codings = List.copyOf(codings);
            seriousness = List.copyOf(seriousness);
        }
    }
}
