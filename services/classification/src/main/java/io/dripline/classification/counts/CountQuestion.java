package io.dripline.classification.counts;

import io.dripline.classification.cohort.Cohort;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cells are asked for, and of what time.
 *
 * @param unit null: of every unit
 * @param measures those whose counts are wanted; none: of all
 * @param from first ISO week, null: the first there is
 * @param to last ISO week, null: the last there is
 * @param asOf only what was coded and stored by then counts
 * @param receivedUntil only sessions whose first version was received by then count; null: all
 * @param storedUntil only sessions of which something was coded and stored by then count; null: all
 */
record CountQuestion(
        @Nullable Unit unit,
        Set<String> measures,
        Cohort cohort,
        @Nullable IsoWeek from,
        @Nullable IsoWeek to,
        Instant asOf,
        @Nullable Instant receivedUntil,
        @Nullable Instant storedUntil) {

    CountQuestion {
        measures = Set.copyOf(measures);
    }

    boolean isAbout(Cell cell) {
        return (unit == null || unit == cell.unit())
                && (from == null || from.compareTo(cell.week()) <= 0)
                && (to == null || to.compareTo(cell.week()) >= 0)
                && cohort.holds(cell);
    }

    boolean isAbout(String measure) {
        return measures.isEmpty() || measures.contains(measure);
    }
}
