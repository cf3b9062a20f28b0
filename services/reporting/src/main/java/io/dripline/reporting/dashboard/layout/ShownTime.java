package io.dripline.reporting.dashboard.layout;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as a page shows it: in UTC, which a script turns into the reader's zone.
 *
 * @param at the time
 */
public record ShownTime(Instant at) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** For the machine. */
    public String iso() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** For a reader whose browser runs no script. */
    public String words() {
        return WORDS.format(at);
    }
}
