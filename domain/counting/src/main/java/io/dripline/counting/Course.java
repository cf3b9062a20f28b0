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
        Cell cell = first().cell();
        return new Cell(
                unit,
                cell.week(),
                cell.clinic(),
                cell.route(),
                cell.formulation(),
                cell.regimen(),
                cell.indication(),
                cell.doseBand(),
                cell.ascertainment());
    }

    Findings findings() {
        return Findings.union(sessions.stream().map(CountedSession::findings).toList());
    }

    /** Whether a session of a later course was there before this course's first: until then that one's came first. */
    boolean displacedOneOf(List<Course> later) {
        return later.stream()
                .flatMap(course -> course.sessions.stream())
                .anyMatch(other -> other.firstReceivedAt().isBefore(first().firstReceivedAt()));
    }
}
