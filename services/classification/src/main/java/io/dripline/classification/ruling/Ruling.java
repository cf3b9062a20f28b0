package io.dripline.classification.ruling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.coding.Ruled;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One revision of what was ruled about some words.
 *
 * @param id names this revision; codings that it made say {@code ruling 17}
 * @param review the words' id
 * @param words in normal form; null once erased
 * @param revision 1 for the first ruling on these words; the highest holds
 * @param terms empty: not an adverse event
 * @param reason null once erased
 * @param who signed it
 * @param origin the site that ruled, null where it is this one
 * @param takenBy who imported it
 * @param sessionsAffected how many active sessions held the words just before it was made
 * @param needsRevision whether one of its terms is in the vocabulary no longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        requiredProperties = {"id", "review", "revision", "terms", "notAnEvent", "who", "decidedAt", "sessionsAffected"
        })
public record Ruling(
        long id,
        String review,
        @JsonInclude @Nullable String words,
        int revision,
        List<String> terms,
        boolean notAnEvent,
        @JsonInclude @Nullable String reason,
        String who,
        Instant decidedAt,
        @Nullable String origin,
        @Nullable String takenBy,
        long sessionsAffected,
        boolean needsRevision) {

    @JsonIgnore
    public Ruled ruled() {
        return new Ruled(id, terms);
    }

    boolean says(Decision decision) {
        return terms.equals(decision.terms()) && decision.reason().equals(reason);
    }
}
