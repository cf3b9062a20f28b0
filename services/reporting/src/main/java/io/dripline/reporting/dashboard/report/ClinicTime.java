package io.dripline.reporting.dashboard.report;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people at a clinic write them: by their own clock, of which a zone tells the offset that intake needs. */
final class ClinicTime {

    /** EST is a zone of America to one, of Australia to another, and has no summer time to a third. */
    private static final Pattern ABBREVIATION = Pattern.compile("(?!UTC|GMT)[A-Z]{3}(\\d[A-Z]{3})?");

    private ClinicTime() {}

    /**
     * A time with its offset.
     *
     * @param zone of times without one; null where none was stated
     * @throws IllegalArgumentException in words, if it is no time, or none that the zone's clocks showed exactly once
     */
    static String withOffset(String typed, @Nullable ZoneId zone) {
        try {
            return OffsetDateTime.parse(typed).toString();
        } catch (DateTimeException e) {
            return local(typed, zone);
        }
    }

    /** @throws IllegalArgumentException in words, if there is no such zone */
    static ZoneId zone(String typed) {
        try {
            ZoneId zone = ZoneId.of(typed);
            if (ABBREVIATION.matcher(typed).matches()) {
                throw new DateTimeException(typed + " may be a zone of several places");
            }
            return zone;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a time zone such as Australia/Sydney or +11:00", e);
        }
    }

    private static String local(String typed, @Nullable ZoneId zone) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(typed.replaceFirst("(?<=^\\S{10}) +", "T"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a time such as 2026-11-22 09:00, or with its offset 2026-11-22T09:00:00+11:00", e);
        }
        if (zone == null) {
            throw new IllegalArgumentException("expected a time with its offset, or a time zone for those without one");
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new IllegalArgumentException(
                    offsets.isEmpty()
                            ? "expected a time that clocks in %s showed; they were put forward over this one"
                                    .formatted(zone)
                            : "expected a time with its offset: clocks in %s showed this one twice, at %s and %s"
                                    .formatted(zone, offsets.getFirst(), offsets.getLast()));
        }
        return local.atOffset(offsets.getFirst()).toString();
    }
}
