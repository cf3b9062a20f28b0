package io.dripline.intake.session;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A place in a list of sessions, which is ordered by local date of start, then by id.
 *
 * @param date local date of the last session seen
 * @param id its id
 */
record SessionCursor(LocalDate date, UUID id) {

    /** Before every session. */
    static final SessionCursor START = new SessionCursor(LocalDate.of(1, 1, 1), new UUID(0, 0));

    private static final int DATE = "2026-11-22".length();

    /** Reads what {@link #toString} wrote. */
    static SessionCursor of(String text) {
        if (text.length() <= DATE || text.charAt(DATE) != '_') {
            throw new IllegalArgumentException("no cursor");
        }
        return new SessionCursor(LocalDate.parse(text.substring(0, DATE)), UUID.fromString(text.substring(DATE + 1)));
    }

    static SessionCursor behind(Session session) {
        return new SessionCursor(session.attributes().startedAt().toLocalDate(), session.id());
    }

    @Override
    public String toString() {
        return date + "_" + id;
    }
}
