package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a monitor.
 *
 * @param by a person, or the software
 * @param reason null where none was asked for
 * @param p0 its null from then on; null while it waits for one
 * @param startWeek its first week that counts, from then on; null for the beginning
 */
public record MonitorStep(
        Kind step,
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable Double p0,
        @Nullable IsoWeek startWeek) {

    /** What happened; each at most once. */
    public enum Kind {
        MADE,
        /** It waited for a null; one was given, and it counts from that week on. */
        NULL_GIVEN,
        RETIRED
    }
}
