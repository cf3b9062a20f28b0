package io.dripline.contracts.session;

import io.dripline.contracts.ContractJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its clinic last stated it: the record of {@code dripline.sessions.reported.v1}.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param id session id, the record's key
 * @param version 1 for the first statement; every amendment and the withdrawal are one more
 * @param clinic the clinic's id, as in its token
 * @param patient the patient's id, 64 lower-case hex digits that say nothing of the clinic's code; decides the partition
 * @param firstReceivedAt when version 1 was received
 * @param receivedAt when this version was received
 * @param adverseEvents empty when none was reported; a withdrawn session keeps its last ones
 * @param words the events' words as {@link EventWords}, masked, sealed for {@link #wordsPlace} by the key that {@link WordsKey} brings, in
 *     base64; null where there are none. The events themselves then have none; records of earlier builds have them there
 * @param erasedAt when the words of all versions before this one were erased; null: not by this one
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
        List<AdverseEvent> adverseEvents,
        @Nullable String words,
        @Nullable Instant erasedAt) {

    /** With its words in the open, or without any. */
    public ReportedSession(
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
        this(
                schema,
                id,
                version,
                status,
                clinic,
                patient,
                firstReceivedAt,
                receivedAt,
                attributes,
                adverseEvents,
                null,
                null);
    }

    public ReportedSession {
        if (version < 1) {
            throw new IllegalArgumentException("version: expected 1 or more, found " + version);
        }
        adverseEvents = adverseEvents == null ? List.of() : List.copyOf(adverseEvents);
    }

    /** What {@link #words} is sealed for. */
    public static String wordsPlace(UUID session, int version) {
        return "%s/%d/record".formatted(session, version);
    }

    /** The same session in the open. */
    public ReportedSession inTheOpen(EventWords opened) {
        return new ReportedSession(
                schema,
                id,
                version,
                status,
                clinic,
                patient,
                firstReceivedAt,
                receivedAt,
                attributes,
                adverseEvents.stream()
                        .map(event -> event.inTheWords(opened.words().get(event.id())))
                        .toList(),
                null,
                erasedAt);
    }
}
