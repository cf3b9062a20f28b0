package io.dripline.reporting.incidence;

import org.jspecify.annotations.Nullable;

/**
 * Cells added up for one measure.
 *
 * @param key value of the dimension kept apart, null where all were added up
 * @param awaiting exposures in which an event awaits coding
 * @param replaced first courses that counted here until an earlier session was received; not among exposed
 * @param affected exposures with a coded event of the measure
 * @param settled affected exposures in which nothing awaits coding
 */
public record IncidenceSum(
        String measure, @Nullable String key, long exposed, long awaiting, long replaced, long affected, long settled) {

    /** Affected, and those in which an event that awaits coding may yet be of the measure. */
    public long possible() {
        return awaiting + settled;
    }
}
