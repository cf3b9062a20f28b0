package io.dripline.contracts.tally;

import org.jspecify.annotations.Nullable;

/**
 * A clinic's day: what it says it did beside what it reported.
 *
 * @param performed sessions that the clinic last stated to have performed, 0 or more; null where it stated nothing
 * @param posted active sessions that started on this local date, 0 or more
 */
public record ClinicDay(@Nullable Integer performed, int posted) {

    /** A day of which nothing is known. */
    public static final ClinicDay UNKNOWN = new ClinicDay(null, 0);

    public ClinicDay {
        if (performed != null && performed < 0) {
            throw new IllegalArgumentException("performed: expected 0 or more, found " + performed);
        }
        if (posted < 0) {
            throw new IllegalArgumentException("posted: expected 0 or more, found " + posted);
        }
    }

    /** Whether the clinic stated how many sessions it performed, and posted as many. */
    public boolean agrees() {
        return performed != null && performed == posted;
    }
}
