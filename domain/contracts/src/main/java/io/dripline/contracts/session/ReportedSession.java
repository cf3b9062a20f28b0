package io.dripline.contracts.session;

import io.dripline.contracts.ContractJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session as its clinic last stated it: the record of {@code dripline.sessions.reported.v1}.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param id session id, the record's key
 * @param version 1 for the first statement; every amendment and the withdrawal are one more
 * @param clinic the clinic's id, as in its token
 * @param patient the patient's pseudonym (keyed hash of clinic and code, lower-case hex); decides the partition
 * @param firstReceivedAt when version 1 was received
 * @param receivedAt when this version was received
 * @param adverseEvents empty when none was reported; a withdrawn session keeps its last ones
 */
public record ReportedSession(
        int schema,
        UUID id,
        int version,
        SessionStatus status,
        String clinic,
        String patient,
        Instant firstReceivedAt,
        Instant receivedAt,
        SessionAttributes attributes,
        List<AdverseEvent> adverseEvents) {

    public ReportedSession {
        if (version < 1) {
            throw new IllegalArgumentException("version: expected 1 or more, found " + version);
        }
        adverseEvents = adverseEvents == null ? List.of() : List.copyOf(adverseEvents);
    }
}
