package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Fired on a consistent cut, after everything below it was committed: the counts hold whole reports only, and stay as
 * they are until every observer has returned.
 *
 * @param handle the connection that holds the consumer's lock, outside any transaction
 * @param everything whether all is to be judged, as after a start
 * @param touched where counts changed since the last time
 */
public record CountsSettled(Handle handle, boolean everything, TouchedCells touched) {

    /** Whether counts of a cohort from a week on, or from the beginning, may have changed. */
    public boolean touches(Unit unit, Map<String, String> cohort, @Nullable IsoWeek from) {
        return everything || touched.touch(unit, cohort, from);
    }

    /** The clinics whose counts changed. */
    public Set<String> clinics() {
        return touched.clinics();
    }
}
