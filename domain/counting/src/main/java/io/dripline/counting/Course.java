package io.dripline.counting;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
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

    /** Where the course is counted: it takes week and attributes of its first session. */
    Cell cell(Unit unit) {
        return first().cellOfCourse(unit);
    }

    Findings findings() {
        return sessions.size() == 1
                ? first().findings()
                : Findings.union(sessions.stream().map(CountedSession::findings).toList());
    }
}
