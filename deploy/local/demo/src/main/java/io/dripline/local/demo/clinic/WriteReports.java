package io.dripline.local.demo.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sessions of a run. Nothing but the run decides on a week's reports; live ones also carry the time at which they end. */
public final class WriteReports {

    /** First courses that a clinic begins in a week. */
    public static final int FIRST_COURSES = 40;

    /** Patients of a clinic who come again in a week. */
    public static final int REPEAT_COURSES = 6;

    /** Weeks from a patient's first course to the second; nobody in the demo has a third. */
    private static final int WEEKS_TO_REPEAT = 6;

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final int WORKING_DAYS = 5;
    private static final List<Integer> MINUTES = List.of(40, 40, 40, 60, 60, 90, 120, 180, 240);
    private static final int LIVE_MINUTES = 40;
    private static final double LIVE_REPEATS = (double) REPEAT_COURSES / (FIRST_COURSES + REPEAT_COURSES);

    private final Run run;
    private final TellEvents events = new TellEvents();

    public WriteReports(Run run) {
        this.run = run;
    }

    /**
     * What a clinic reports of a week, ascending by start: every course begins and ends between Monday and Friday.
     *
     * @param week 1 for the first week of the run
     */
    public List<Report> week(DemoClinic clinic, int week) {
        List<Report> reports = new ArrayList<>();
        for (int i = 1; i <= FIRST_COURSES; i++) {
            reports.addAll(course(clinic, week, week, i));
        }
        for (int i = 1; i <= REPEAT_COURSES; i++) {
            reports.addAll(course(clinic, week, week - WEEKS_TO_REPEAT, i));
        }
        reports.sort(Comparator.comparing((Report report) -> report.attributes().startedAt())
                .thenComparing(Report::reference));
        return reports;
    }

    /**
     * One session that ends now. Its start is no part of the plan, so a second run reports other live sessions.
     *
     * @param number 0 for the first live session of the clinic; decides on all but the time
     */
    public Report live(DemoClinic clinic, int number, Instant now) {
        Draws draws = Draws.of(run.seed(), "%s/live/%d".formatted(clinic.id(), number));
        OffsetDateTime end =
                now.truncatedTo(ChronoUnit.SECONDS).atZone(clinic.zone()).toOffsetDateTime();
        String name = "%s/live/%d-%d".formatted(run.name(), end.toEpochSecond(), number);
        Course course = new Course(
                name,
                Patient.of(codeOf(name), draws),
                draws.chance(LIVE_REPEATS),
                List.of(end.minusMinutes(LIVE_MINUTES)),
                draws.between(1, 5),
                LIVE_MINUTES);
        return course.reports(events.of(course, clinic, run.weeks() + 1, draws)).getFirst();
    }

    /**
     * The course of a week of one patient, who is named by the week of the first course and a number within it; that
     * week may lie before the run.
     */
    private List<Report> course(DemoClinic clinic, int week, int firstTreated, int number) {
        String name = "%s/week%+d/patient-%02d".formatted(clinic.id(), firstTreated, number);
        String treated = "%s/week%+d/%02d".formatted(run.name(), firstTreated, number);
        Patient patient = Patient.of(codeOf(treated), Draws.of(run.seed(), name));
        Draws draws = Draws.of(run.seed(), "%s/course-of-week%+d".formatted(name, week));
        int sessions = 1 + draws.weighted(45, 20, 20, 7, 8);
        int minutes = draws.oneOf(MINUTES);
        Course course = new Course(
                "%s/%s".formatted(treated, run.calendar(week)),
                patient,
                firstTreated < week,
                starts(clinic, week, sessions, minutes, draws),
                sessions,
                minutes);
        return course.reports(events.of(course, clinic, week, draws));
    }

    /** No reference holds it as it is, for intake takes none that does. */
    private static String codeOf(String treated) {
        return "P/" + treated;
    }

    /** The same hour on each day, every day or every second one, so that no gap comes near the 72 hours that end a course. */
    private List<OffsetDateTime> starts(DemoClinic clinic, int week, int sessions, int minutes, Draws draws) {
        boolean fitsEverySecondDay = 2 * (sessions - 1) < WORKING_DAYS;
        int step = fitsEverySecondDay && draws.chance(0.3) ? 2 : 1;
        int firstDay = draws.between(0, WORKING_DAYS - 1 - step * (sessions - 1));
        int room = (int) Duration.between(OPENS, CLOSES).toMinutes() - minutes;
        LocalTime time = OPENS.plusMinutes(5L * draws.between(0, room / 5));
        LocalDateTime first = run.calendar(week).monday().plusDays(firstDay).atTime(time);
        return IntStream.range(0, sessions)
                .mapToObj(i ->
                        first.plusDays((long) i * step).atZone(clinic.zone()).toOffsetDateTime())
                .toList();
    }
}
