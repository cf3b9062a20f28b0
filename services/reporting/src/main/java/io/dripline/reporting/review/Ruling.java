package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of what was ruled about some words.
 *
 * @param review the words' id
 * @param words null once erased
 * @param terms none: no adverse event
 * @param reason null once erased
 * @param origin the site that ruled; null: this one
 * @param takenBy who imported it; null where nobody did
 * @param sessionsAffected how many active sessions held the words just before
 * @param needsRevision whether one of its terms is in the vocabulary no longer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ruling(
        long id,
        String review,
        @Nullable String words,
        int revision,
        List<String> terms,
        @Nullable String reason,
        String who,
        Instant decidedAt,
        @Nullable String origin,
        @Nullable String takenBy,
        long sessionsAffected,
        boolean needsRevision) {

    public Ruling {
        terms = List.copyOf(terms);
    }
}
