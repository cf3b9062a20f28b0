package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Fired on a consistent cut, after everything below it was committed: the counts hold whole reports only, and stay as
 * they are until every observer has returned.
 *
 * @param handle the connection that holds the consumer's lock, outside any transaction
 * @param everything whether all is to be judged, as after a start
 * @param cells whose counts changed since the last time; incomplete where everything is to be judged
 */
public record CountsSettled(Handle handle, boolean everything, Set<Cell> cells) {

    public CountsSettled {
        cells = Set.copyOf(cells);
    }

    /**
     * Whether counts of a cohort may have changed.
     *
     * @param cohort values that exposures must have, by dimension
     * @param from the first week that is counted, null for all
     */
    public boolean touches(Unit unit, Map<String, String> cohort, @Nullable IsoWeek from) {
        return everything
                || cells.stream()
                        .anyMatch(cell -> cell.unit() == unit
                                && (from == null || cell.week().compareTo(from) >= 0)
                                && cohort.entrySet().stream()
                                        .allMatch(one -> Dimension.named(one.getKey())
                                                .orElseThrow()
                                                .of(cell)
                                                .equals(one.getValue())));
    }

    /** The clinics whose counts changed. */
    public Set<String> clinics() {
        return cells.stream().map(Cell::clinic).collect(Collectors.toSet());
    }
}
