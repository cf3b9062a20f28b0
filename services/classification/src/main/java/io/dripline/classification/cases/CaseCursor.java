package io.dripline.classification.cases;

import io.dripline.classification.problem.Parameters;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a listing, with what must not change from page to page.
 *
 * @param date local date of start of the last session that was looked at
 * @param session its id
 * @param salt makes the patients' numbers those of this listing
 * @param asOf the time of the listing, which is that of its first page where none was asked for
 */
record CaseCursor(String date, UUID session, long salt, Instant asOf) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static CaseCursor start(String date, Instant asOf) {
        return new CaseCursor(date, new UUID(0, 0), RANDOM.nextLong(), asOf);
    }

    /** Reads what {@link #toString} wrote. */
    static CaseCursor of(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 4 || !parts[0].matches("[+-]?\\d{4,9}-\\d{2}(-\\d{2})?")) {
            throw new IllegalArgumentException("no cursor");
        }
        return new CaseCursor(
                parts[0],
                UUID.fromString(parts[1]),
                Long.parseLong(parts[2]),
                Parameters.storable(Instant.parse(parts[3])));
    }

    CaseCursor behind(String nextDate, UUID nextSession) {
        return new CaseCursor(nextDate, nextSession, salt, asOf);
    }

    @Override
    public String toString() {
        return "%s_%s_%d_%s".formatted(date, session, salt, asOf);
    }
}
