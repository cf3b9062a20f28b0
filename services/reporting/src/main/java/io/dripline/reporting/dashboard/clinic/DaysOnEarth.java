package io.dripline.reporting.dashboard.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which days it is, wherever a clinic may be: nothing tells in which zone it lies.
 *
 * @param running the earliest that is not over everywhere
 * @param begun the latest that has begun anywhere
 */
record DaysOnEarth(LocalDate running, LocalDate begun) {

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    static DaysOnEarth at(Instant now) {
        return new DaysOnEarth(
                now.atOffset(LAST).toLocalDate(), now.atOffset(FIRST).toLocalDate());
    }
}
