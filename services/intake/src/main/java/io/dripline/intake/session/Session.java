package io.dripline.intake.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param message what is unusual, and by which table of the evidence review; or what tells who somebody is
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
        List<Warning> warnings = new ArrayList<>(Plausibility.warnings(attributes));
        warnings.addAll(Identifiability.warnings(adverseEvents));
        Identifiability.warning(reference, null).ifPresent(warnings::add);
        return new Session(id, version, status, clinic, reference, attributes, adverseEvents, List.copyOf(warnings));
    }

    /** As it is answered to the report itself, which alone says the patient's code. */
    Session answeredTo(@Nullable String patientCode) {
        List<Warning> all = new ArrayList<>(warnings);
        all.removeIf(warning -> warning.field().equals("reference"));
        Identifiability.warning(reference, patientCode).ifPresent(all::add);
        return new Session(id, version, status, clinic, reference, attributes, adverseEvents, List.copyOf(all));
    }

    /** The session as it is shown to others than its clinic: without what obviously tells who somebody is. */
    Session masked() {
        return new Session(
                id,
                version,
                status,
                clinic,
                Identifiability.masked(reference),
                attributes,
                adverseEvents.stream().map(Identifiability::masked).toList(),
                warnings);
    }
}
