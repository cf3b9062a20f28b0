package io.dripline.intake.session;

import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a session, complete.
 *
 * @param patient the patient's id
 * @param who who stated this version
 * @param reason why, null for the first version, where an event was added, and once it was erased
 * @param contentHash keyed hash of the canonical form
 */
@SuppressWarnings("ArrayRecordComponent") // compared by whoever needs it, with MessageDigest
record VersionedSession(
        UUID id,
        int version,
        SessionStatus status,
        String clinic,
        String reference,
        String patient,
        SessionAttributes attributes,
        List<AdverseEvent> adverseEvents,
        String who,
        @Nullable String reason,
        byte[] contentHash,
        Instant firstReceivedAt,
        Instant receivedAt) {

    /** This session as its next version, which states {@code content}. */
    VersionedSession amended(
            SessionAttributes newAttributes,
            List<AdverseEvent> newEvents,
            byte[] newHash,
            String by,
            @Nullable String why,
            Instant at) {
        return next(SessionStatus.ACTIVE, newAttributes, newEvents, newHash, by, why, at);
    }

    /** This session as its last version, which counts nowhere. */
    VersionedSession withdrawn(String by, String why, Instant at) {
        return next(SessionStatus.WITHDRAWN, attributes, adverseEvents, contentHash, by, why, at);
    }

    /** This session as its next version, which says the same without words; withdrawn if it was. */
    VersionedSession without(List<AdverseEvent> wordless, String by, Instant at) {
        return next(status, attributes, wordless, contentHash, by, null, at);
    }

    private VersionedSession next(
            SessionStatus newStatus,
            SessionAttributes newAttributes,
            List<AdverseEvent> newEvents,
            byte[] newHash,
            String by,
            @Nullable String why,
            Instant at) {
        return new VersionedSession(
                id,
                version + 1,
                newStatus,
                clinic,
                reference,
                patient,
                newAttributes,
                newEvents,
                by,
                why,
                newHash,
                firstReceivedAt,
                at);
    }
}
