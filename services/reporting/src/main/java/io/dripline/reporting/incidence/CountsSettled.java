package io.dripline.reporting.incidence;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Fired on a consistent cut, after everything below it was committed: the counts hold whole reports only, and stay as
 * they are until every observer has returned.
 *
 * @param handle the connection that holds the consumer's lock, outside any transaction
 * @param everything whether all is to be judged, as after a start
 * @param clinics the clinics whose counts changed since the last time
 */
public record CountsSettled(Handle handle, boolean everything, Set<String> clinics) {

    public CountsSettled {
        clinics = Set.copyOf(clinics);
    }

    /** Whether counts of a clinic may have changed. */
    public boolean touches(String clinic) {
        return everything || clinics.contains(clinic);
    }
}
