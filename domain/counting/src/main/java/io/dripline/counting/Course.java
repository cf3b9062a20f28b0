package io.dripline.counting;

import java.util.List;

/**
 * A run of one patient's active sessions.
 *
 * @param sessions by start, at least one
 */
record Course(List<CountedSession> sessions) {

    CountedSession first() {
        return sessions.getFirst();
    }

    Findings findings() {
        return sessions.size() == 1
                ? first().findings()
                : Findings.union(sessions.stream().map(CountedSession::findings).toList());
    }
}
