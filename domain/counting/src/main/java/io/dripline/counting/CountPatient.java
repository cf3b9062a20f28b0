package io.dripline.counting;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
    private static final MeasureCount AFFECTED = new MeasureCount(1, 1);

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
        return sum(counted(latest));
    }

    /**
     * How the cells change when a patient's sessions do: what {@link CellDelta#between(Map, Map)} says of the contributions, without
     * counting again what stays as it was.
     */
    public Map<Cell, CellDelta> changes(Collection<CountedSession> before, Collection<CountedSession> after) {
        List<Counted> gone = counted(before);
        List<Counted> come = new ArrayList<>();
        for (Counted one : counted(after)) {
            if (!gone.remove(one)) {
                come.add(one);
            }
        }
        return CellDelta.between(sum(gone), sum(come));
    }

    private Map<Cell, CellCount> sum(List<Counted> counted) {
        Map<Cell, CellCount> cells = new HashMap<>();
        // A first course is a course too: what happened in it is gathered once.
        Map<List<CountedSession>, CellCount> exposures = new IdentityHashMap<>();
        for (Counted one : counted) {
            CellCount count = one.replaced() ? REPLACED : exposures.computeIfAbsent(one.sessions(), this::exposure);
            cells.merge(one.cell(), count, CellCount::plus);
        }
        return cells;
    }

    /** One patient's active sessions, course by course, each by start. The order of the sessions given does not matter. */
    public List<List<CountedSession>> courses(Collection<CountedSession> latest) {
        return coursesOf(activeByStart(latest)).stream().map(Course::sessions).toList();
    }

    /** Everything that counts for something, each time it does. */
    private List<Counted> counted(Collection<CountedSession> latest) {
        List<CountedSession> sessions = activeByStart(latest);
        List<Course> courses = coursesOf(sessions);
        List<Counted> counted = new ArrayList<>();
        for (CountedSession session : sessions) {
            counted.add(new Counted(Unit.SESSION, List.of(session), false));
        }
        for (Course course : courses) {
            counted.add(new Counted(Unit.COURSE, course.sessions(), false));
        }
        if (!courses.isEmpty() && courses.getFirst().first().untreatedBefore()) {
            counted.add(new Counted(Unit.FIRST_COURSE, courses.getFirst().sessions(), false));
        }
        for (CountedSession first : replaced(sessions)) {
            counted.add(new Counted(Unit.FIRST_COURSE, List.of(first), true));
        }
        return counted;
    }

    private static List<CountedSession> activeByStart(Collection<CountedSession> latest) {
        List<CountedSession> sessions = new ArrayList<>(latest);
        sessions.removeIf(session -> !session.active());
        sessions.sort(CountedSession.BY_START);
        return sessions;
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
        List<CountedSession> byReceipt = new ArrayList<>(sessions);
        byReceipt.sort(CountedSession.BY_RECEIPT);
        for (CountedSession received : byReceipt) {
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

    private CellCount exposure(List<CountedSession> sessions) {
        Findings findings = new Course(sessions).findings();
        Map<String, MeasureCount> measures = new HashMap<>();
        findings.measures(catalogue).forEach(measure -> measures.put(measure, AFFECTED));
        return new CellCount(1, findings.awaiting() ? 1 : 0, 0, measures);
    }

    /**
     * One exposure, or a first course that was replaced.
     *
     * @param sessions of the exposure, by start; of what was replaced the first
     */
    private record Counted(Unit unit, List<CountedSession> sessions, boolean replaced) {

        Cell cell() {
            CountedSession first = sessions.getFirst();
            return unit == Unit.SESSION ? first.cell() : first.cellOfCourse(unit);
        }
    }
}
