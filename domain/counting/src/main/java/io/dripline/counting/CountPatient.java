package io.dripline.counting;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One patient's current sessions in, contributions to cells out. Within a unit every exposure falls into exactly one
 * cell, so contributions add up over patients, weeks, clinics and cohorts. What was replaced is added up beside them, in
 * cells that may hold no exposure.
 */
public final class CountPatient {

    /** The longest time from the start of one session to the start of the next within a course. */
    public static final Duration DEFAULT_COURSE_GAP = Duration.ofDays(3);

    private static final CellCount REPLACED = new CellCount(0, 0, 1, Map.of());

    private final Measures catalogue;
    private final Duration courseGap;

    /**
     * @param courseGap longest time from one start to the next within a course, inclusive; more than zero
     */
    public CountPatient(Measures catalogue, Duration courseGap) {
        if (!courseGap.isPositive()) {
            throw new IllegalArgumentException("courseGap: expected more than zero, found " + courseGap);
        }
        this.catalogue = catalogue;
        this.courseGap = courseGap;
    }

    /**
     * What one patient's sessions count for. The order of the sessions does not matter.
     *
     * @param latest each session once, in its highest state; withdrawn ones count nowhere
     */
    public Map<Cell, CellCount> contributions(Collection<CountedSession> latest) {
        Map<Cell, CellCount> cells = new HashMap<>();
        List<CountedSession> sessions = latest.stream()
                .filter(CountedSession::active)
                .sorted(CountedSession.BY_START)
                .toList();
        sessions.forEach(session -> add(cells, session.cell(), exposure(session.findings())));

        List<Course> courses = coursesOf(sessions);
        courses.forEach(course -> add(cells, course.cell(Unit.COURSE), exposure(course.findings())));

        courses.stream()
                .findFirst()
                .filter(course -> course.first().untreatedBefore())
                .ifPresent(course -> add(cells, course.cell(Unit.FIRST_COURSE), exposure(course.findings())));
        replaced(sessions).forEach(first -> add(cells, first.cellOfCourse(Unit.FIRST_COURSE), REPLACED));
        return cells;
    }

    /** One patient's active sessions, course by course, each by start. The order of the sessions given does not matter. */
    public List<List<CountedSession>> courses(Collection<CountedSession> latest) {
        return coursesOf(latest.stream()
                        .filter(CountedSession::active)
                        .sorted(CountedSession.BY_START)
                        .toList())
                .stream()
                .map(Course::sessions)
                .toList();
    }

    private List<Course> coursesOf(List<CountedSession> byStart) {
        List<Course> courses = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= byStart.size(); i++) {
            if (i == byStart.size() || startsAnother(byStart.get(i - 1), byStart.get(i))) {
                courses.add(new Course(byStart.subList(from, i)));
                from = i;
            }
        }
        return courses;
    }

    private boolean startsAnother(CountedSession earlier, CountedSession later) {
        return Duration.between(earlier.startedAt(), later.startedAt()).compareTo(courseGap) > 0;
    }

    /**
     * The first sessions of first courses that counted until an earlier session was received. Only a patient's earliest
     * session can open a first course, so one that is received later and started earlier ends it, whether it opens
     * another first course, none, or lengthens this one at its start and so moves it to its own cell.
     */
    private static List<CountedSession> replaced(List<CountedSession> sessions) {
        List<CountedSession> replaced = new ArrayList<>();
        CountedSession earliest = null;
        for (CountedSession received :
                sessions.stream().sorted(CountedSession.BY_RECEIPT).toList()) {
            if (earliest == null) {
                earliest = received;
            } else if (CountedSession.BY_START.compare(received, earliest) < 0) {
                if (earliest.untreatedBefore()) {
                    replaced.add(earliest);
                }
                earliest = received;
            }
        }
        return replaced;
    }

    private CellCount exposure(Findings findings) {
        Map<String, MeasureCount> measures = new HashMap<>();
        findings.measures(catalogue).forEach(measure -> measures.put(measure, new MeasureCount(1, 1)));
        return new CellCount(1, findings.awaiting() ? 1 : 0, 0, measures);
    }

    private static void add(Map<Cell, CellCount> cells, Cell cell, CellCount exposure) {
        cells.merge(cell, exposure, CellCount::plus);
    }
}
