package io.dripline.contracts.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in the reporter's words. Everything but the words may be null: not stated. The words are always there, or
 * are null where they were erased; a record that says nothing of them is refused.
 *
 * @param id given by intake, stable over the versions of a session
 * @param verbatim the reporter's words; null: sealed in the session's {@code words}, or erased at a later time
 * @param seriousness ICH criteria met; empty when none was stated
 */
public record AdverseEvent(
        UUID id,

        @JsonProperty(required = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        String verbatim,

        @Nullable OffsetDateTime onsetAt,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable Severity severity,
        List<Seriousness> seriousness,
        @Nullable Outcome outcome,
        @Nullable ActionTaken actionTaken,
        @Nullable Causality causality) {

    public AdverseEvent {
        seriousness = seriousness == null ? List.of() : List.copyOf(seriousness);
    }

    /** The same event in these words. */
    public AdverseEvent inTheWords(@Nullable String words) {
        return new AdverseEvent(id, words, onsetAt, resolvedAt, severity, seriousness, outcome, actionTaken, causality);
    }
}
