package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import java.time.Instant;
import java.time.ZoneOffset;

/** Weeks that have begun nowhere: a clinic counts by its own clock, and days begin first at UTC+14. */
public final class UnseenWeek {

    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private UnseenWeek() {}

    /** The first week of which nobody can have seen anything at a time. */
    public static IsoWeek at(Instant time) {
        return IsoWeek.of(time.atOffset(FIRST).toLocalDate()).plus(1);
    }
}
