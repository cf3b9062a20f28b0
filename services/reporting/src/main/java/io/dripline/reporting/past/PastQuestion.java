package io.dripline.reporting.past;

import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which cells are asked for, and of what time.
 *
 * @param unit null: of every unit
 * @param measures names separated by commas; null: all
 * @param clinic null: of every clinic
 * @param asOf only what was coded and stored by then counts; null: all that is there now
 * @param receivedUntil only sessions whose first version was received by then count; null: all
 * @param storedUntil only sessions of which something was stored by then count; null: all
 * @param codedAfter nothing is counted unless something that may count was coded after; null: it is in any case
 */
public record PastQuestion(
        @Nullable Unit unit,
        @Nullable String measures,
        @Nullable String clinic,
        @Nullable Instant asOf,
        @Nullable Instant receivedUntil,
        @Nullable Instant storedUntil,
        @Nullable Instant codedAfter) {

    /** Cells of every unit as of a time, of one clinic or of all. */
    public static PastQuestion asOf(Instant asOf, Collection<String> measures, @Nullable String clinic) {
        return new PastQuestion(null, String.join(",", new TreeSet<>(measures)), clinic, asOf, null, null, null);
    }
}
