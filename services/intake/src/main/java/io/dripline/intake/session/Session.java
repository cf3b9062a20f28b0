package io.dripline.intake.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.util.List;
import java.util.UUID;

/**
 * A session as it is answered; the patient is not in it.
 *
 * @param warnings what is plausible enough to be stored, and odd enough to be looked at; found anew at each reading
 */
public record Session(
        UUID id,
        int version,
        SessionStatus status,
        String clinic,
        String reference,
        @JsonUnwrapped SessionAttributes attributes,
        List<AdverseEvent> adverseEvents,
        List<Warning> warnings) {

    /**
     * A remark on one field, which blocks nothing.
     *
     * @param message what is unusual, and by which table of the evidence review
     */
    public record Warning(String field, String message) {}

    static Session of(VersionedSession session) {
        return of(
                session.id(),
                session.version(),
                session.status(),
                session.clinic(),
                session.reference(),
                session.attributes(),
                session.adverseEvents());
    }

    static Session of(
            UUID id,
            int version,
            SessionStatus status,
            String clinic,
            String reference,
            SessionAttributes attributes,
            List<AdverseEvent> adverseEvents) {
        return new Session(
                id, version, status, clinic, reference, attributes, adverseEvents, Plausibility.warnings(attributes));
    }
}
