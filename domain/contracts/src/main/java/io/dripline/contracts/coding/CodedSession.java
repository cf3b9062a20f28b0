package io.dripline.contracts.coding;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session with each event coded or awaiting review: the record of {@code dripline.sessions.coded.v1}.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param version the session version that was coded
 * @param codingRevision 1 for the first coding of that version; recoding and rulings are one more. States of one
 *     session are compared by (version, codingRevision)
 * @param patient the patient's pseudonym; decides the partition
 */
public record CodedSession(
        int schema,
        UUID id,
        int version,
        int codingRevision,
        SessionStatus status,
        String clinic,
        String patient,
        Instant firstReceivedAt,
        Instant receivedAt,
        SessionAttributes attributes,
        List<CodedEvent> events) {

    public CodedSession {
        if (version < 1 || codingRevision < 1) {
            throw new IllegalArgumentException("version and codingRevision: expected 1 or more, found %d and %d"
                    .formatted(version, codingRevision));
        }
        events = events == null ? List.of() : List.copyOf(events);
    }
}
