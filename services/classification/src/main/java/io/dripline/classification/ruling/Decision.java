package io.dripline.classification.ruling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about words, not stored yet.
 *
 * @param terms empty: not an adverse event
 * @param at null: now
 * @param origin null: here
 * @param takenBy who imports it; null where it is made here
 */
public record Decision(
        List<String> terms,
        String reason,
        String who,
        @Nullable Instant at,
        @Nullable String origin,
        @Nullable String takenBy) {

    /** A decision that is made here and now. */
    public static Decision here(List<String> terms, String reason, String who) {
        return new Decision(terms, reason, who, null, null, null);
    }
}
