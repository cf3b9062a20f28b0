package io.dripline.reporting.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody may have to rule on.
 *
 * @param id 64 hexadecimal digits
 * @param words in normal form, with what tells who somebody is masked; null once erased
 * @param occurrences active sessions in which they await review
 * @param candidates the best first
 * @param firstSeen null where none awaits
 * @param revision of the ruling that holds; 0: none
 * @param ruling the one that holds; null in lists, and where there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Review(
        String id,
        @Nullable String words,
        long occurrences,
        List<String> clinics,
        List<Candidate> candidates,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        int revision,
        @Nullable Ruling ruling) {

    public Review {
        clinics = List.copyOf(clinics);
        candidates = List.copyOf(candidates);
    }
}
