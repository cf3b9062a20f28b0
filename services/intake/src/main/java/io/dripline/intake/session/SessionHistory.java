package io.dripline.intake.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.privacy.identifier.MaskIdentifiers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a session's versions, oldest first.
 *
 * @param next what to send as {@code after} for the next page; null on the last one
 */
public record SessionHistory(
        List<Entry> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** One version: who stated it, when, why, and what it says. */
    public record Entry(
            int version,
            SessionStatus status,
            String who,
            Instant receivedAt,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String reason,

            Session content) {

        static Entry of(VersionedSession session, boolean masked) {
            Session content = Session.of(session);
            String reason = session.reason();
            return new Entry(
                    session.version(),
                    session.status(),
                    session.who(),
                    session.receivedAt(),
                    masked && reason != null ? MaskIdentifiers.in(reason) : reason,
                    masked ? content.masked() : content);
        }
    }

    /**
     * A page of at most {@code limit} out of {@code versions}, which hold one more if there is another page.
     *
     * @param masked whether words and reasons are shown to others than their clinic
     */
    static SessionHistory page(List<VersionedSession> versions, int limit, boolean masked) {
        List<Entry> items = versions.stream()
                .limit(limit)
                .map(version -> Entry.of(version, masked))
                .toList();
        return new SessionHistory(
                items,
                versions.size() > limit ? Integer.toString(items.getLast().version()) : null);
    }
}
