package io.dripline.intake.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An erasure as it is noted apart from the database: by sessions, for no code and no patient may stand there.
 *
 * @param id of the erasure
 * @param sessions those whose words were erased
 */
record NotedErasure(UUID id, String clinic, Ground ground, String who, Instant erasedAt, List<UUID> sessions) {

    NotedErasure {
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("sessions: expected one or more, found none");
        }
        sessions = List.copyOf(sessions);
    }

    /** As it stands in the database. */
    Erasure erasure() {
        return new Erasure(id, ground, who, erasedAt, sessions.size());
    }
}
