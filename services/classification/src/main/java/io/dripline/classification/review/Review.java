package io.dripline.classification.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dripline.classification.ruling.Ruling;
import io.dripline.coding.Candidate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody may have to rule on.
 *
 * @param id the words' key
 * @param words in normal form; null once erased
 * @param occurrences active sessions in whose current version they await review
 * @param clinics that reported them so
 * @param candidates terms that they may mean, best first
 * @param firstSeen when the first of these versions was received; null where none awaits
 * @param lastSeen when the last was
 * @param revision of the ruling that holds, its ETag; 0: none
 */
@Schema(requiredProperties = {"id", "words", "occurrences", "clinics", "candidates", "revision"})
public record Review(
        String id,
        @JsonInclude @Nullable String words,
        long occurrences,
        List<String> clinics,
        List<Candidate> candidates,
        @JsonInclude @Nullable Instant firstSeen,
        @JsonInclude @Nullable Instant lastSeen,
        int revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Ruling ruling) {}
