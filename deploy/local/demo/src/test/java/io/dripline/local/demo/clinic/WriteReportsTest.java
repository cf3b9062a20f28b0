package io.dripline.local.demo.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.counting.CountPatient;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriteReportsTest {

    /** Summer time ends in Melbourne and Sydney on 5 April 2026, between its 13th and 14th week. */
    private static final Run RUN = new Run(1, IsoWeek.parse("2026-W02"), 26);

    private final WriteReports write = new WriteReports(RUN);

    @Test
    void theSameRunWritesTheSameReports() {
        assertThat(new WriteReports(RUN).week(DemoClinic.EAST, 14)).isEqualTo(write.week(DemoClinic.EAST, 14));
    }

    @Test
    void anotherSeedOrFirstWeekReportsOtherPatients() {
        var names = names(write);

        assertThat(names(new WriteReports(new Run(2, RUN.firstWeek(), 26)))).doesNotContainAnyElementsOf(names);
        assertThat(names(new WriteReports(new Run(1, RUN.firstWeek().plus(1), 26))))
                .doesNotContainAnyElementsOf(names);
    }

    private static List<String> names(WriteReports write) {
        return write.week(DemoClinic.NORTH, 3).stream()
                .flatMap(report -> List.of(report.patient(), report.reference()).stream())
                .toList();
    }

    @Test
    void everyReferenceIsUsedOnce() {
        var references =
                allWeeks(DemoClinic.SOUTH).stream().map(Report::reference).toList();

        assertThat(references).doesNotHaveDuplicates();
        assertThat(references).allSatisfy(reference -> assertThat(reference).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void aFirstCourseBeginsWithAPatientWhoWasNotTreatedBefore() {
        var courses = courses(DemoClinic.NORTH).values();

        long first = courses.stream()
                .filter(course -> treated(course.getFirst()) == PreviouslyTreated.NO)
                .count();
        assertThat(first).isEqualTo(26 * 40);
        assertThat(courses).hasSize(26 * (40 + 6));
        assertThat(courses)
                .allSatisfy(course -> assertThat(course.subList(1, course.size()))
                        .allSatisfy(later -> assertThat(treated(later)).isEqualTo(PreviouslyTreated.YES)));
    }

    @Test
    void theSessionsOfACourseKeepTogether() {
        assertThat(courses(DemoClinic.EAST).values()).allSatisfy(course -> {
            assertThat(course).hasSizeBetween(1, 5);
            assertThat(course.getFirst().attributes().plannedSessions()).isEqualTo(course.size());
            for (int i = 1; i < course.size(); i++) {
                assertThat(Duration.between(start(course.get(i - 1)), start(course.get(i))))
                        .isPositive()
                        .isLessThan(CountPatient.DEFAULT_COURSE_GAP);
            }
        });
    }

    @Test
    void patientsWhoComeAgainWereThereBeforeAndLongEnoughAgo() {
        var byPatient = allWeeks(DemoClinic.SOUTH).stream().collect(Collectors.groupingBy(Report::patient));

        assertThat(byPatient.values().stream()
                        .filter(sessions -> sessions.stream()
                                        .map(WriteReportsTest::course)
                                        .distinct()
                                        .count()
                                > 1))
                .hasSize((26 - 6) * 6)
                .allSatisfy(sessions -> {
                    assertThat(treated(sessions.getFirst())).isEqualTo(PreviouslyTreated.NO);
                    assertThat(Duration.between(start(sessions.getFirst()), start(sessions.getLast())))
                            .isGreaterThan(Duration.ofDays(30));
                });
    }

    @Test
    void sessionsLieInOpeningHoursOfTheirWeek() {
        for (DemoClinic clinic : DemoClinic.values()) {
            for (int week = 1; week <= 26; week++) {
                LocalDate monday = RUN.calendar(week).monday();
                assertThat(write.week(clinic, week)).isNotEmpty().allSatisfy(report -> {
                    OffsetDateTime end =
                            Objects.requireNonNull(report.attributes().endedAt());
                    assertThat(start(report).toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(16, 30));
                    assertThat(end.toLocalTime()).isBetween(LocalTime.of(8, 30), LocalTime.of(17, 0));
                    assertThat(report.startedOn()).isBetween(monday, monday.with(DayOfWeek.FRIDAY));
                    assertThat(end.toLocalDate()).isEqualTo(report.startedOn());
                });
            }
        }
    }

    @Test
    void clocksAreThoseOfTheClinic() {
        assertThat(offsets(DemoClinic.SOUTH, 12)).containsOnly(ZoneOffset.ofHours(11));
        assertThat(offsets(DemoClinic.SOUTH, 14)).containsOnly(ZoneOffset.ofHours(10));
        assertThat(offsets(DemoClinic.NORTH, 12)).containsOnly(ZoneOffset.ofHours(10));
    }

    private List<ZoneOffset> offsets(DemoClinic clinic, int week) {
        return write.week(clinic, week).stream()
                .map(report -> start(report).getOffset())
                .toList();
    }

    @Test
    void eventsLieWithinTheirSession() {
        assertThat(Arrays.stream(DemoClinic.values())
                        .flatMap(clinic -> allWeeks(clinic).stream())
                        .filter(report -> !report.adverseEvents().isEmpty()))
                .hasSizeGreaterThan(500)
                .allSatisfy(report -> {
                    SessionAttributes session = report.attributes();
                    for (StatedEvent event : report.adverseEvents()) {
                        if (event.onsetAt() != null) {
                            assertThat(event.onsetAt()).isBetween(session.startedAt(), session.endedAt());
                        }
                        if (event.resolvedAt() != null) {
                            assertThat(event.resolvedAt()).isBetween(event.onsetAt(), session.endedAt());
                        }
                    }
                });
    }

    @Test
    void mostSessionsAreRacemicInfusionsAndNoneNeedsAWarning() {
        var reports = allWeeks(DemoClinic.NORTH);

        assertThat(reports.stream()
                        .filter(report -> report.attributes().route() == Route.INTRAVENOUS
                                && report.attributes().formulation() == Formulation.RACEMIC))
                .hasSizeGreaterThan(reports.size() * 8 / 10);
        assertThat(reports).allSatisfy(report -> {
            var dose = Objects.requireNonNull(report.attributes().plannedDose());
            assertThat(dose.bolusMgPerKg() == null || dose.bolusMgPerKg() <= 0.35)
                    .isTrue();
            assertThat(dose.mgPerKgPerHour() == null || (dose.mgPerKgPerHour() >= 0.5 && dose.mgPerKgPerHour() <= 2))
                    .isTrue();
            assertThat(report.attributes().monitored()).isTrue();
        });
    }

    @Test
    void fewSessionsAwaitReview() {
        var unclear = new HashSet<>(PhraseBook.standard().of(Finding.UNCLEAR));
        var all = Arrays.stream(DemoClinic.values())
                .flatMap(clinic -> allWeeks(clinic).stream())
                .toList();

        assertThat(all.stream()
                        .filter(report ->
                                report.adverseEvents().stream().anyMatch(event -> unclear.contains(event.verbatim()))))
                .hasSizeBetween(1, 30);
    }

    @Test
    void aLiveSessionEndsNowByTheClinicsClock() {
        var now = Instant.parse("2026-11-22T22:10:20.5Z");

        var live = write.live(DemoClinic.EAST, 3, now).attributes();

        assertThat(live.endedAt()).isEqualTo("2026-11-23T09:10:20+11:00");
        assertThat(live.startedAt()).isEqualTo("2026-11-23T08:30:20+11:00");
    }

    @Test
    void liveSessionsAreOthersEachTime() {
        var now = Instant.parse("2026-11-22T22:10:20Z");
        var live = IntStream.range(0, 50)
                .mapToObj(i -> write.live(DemoClinic.EAST, i, now.plusSeconds(6L * i)))
                .toList();
        var later = write.live(DemoClinic.EAST, 0, now.plusSeconds(7200));

        assertThat(live).extracting(Report::reference).doesNotHaveDuplicates().doesNotContain(later.reference());
        assertThat(live).extracting(Report::patient).doesNotHaveDuplicates().doesNotContain(later.patient());
    }

    @Test
    void theLastPastWeekIsTheOneBeforeToday() {
        var run = Run.before(LocalDate.parse("2026-11-23"), 7, 26);

        assertThat(run.calendar(26)).hasToString("2026-W47");
        assertThat(run.firstWeek()).hasToString("2026-W22");
    }

    private List<Report> allWeeks(DemoClinic clinic) {
        return IntStream.rangeClosed(1, 26)
                .mapToObj(week -> write.week(clinic, week))
                .flatMap(List::stream)
                .toList();
    }

    private Map<String, List<Report>> courses(DemoClinic clinic) {
        return allWeeks(clinic).stream().collect(Collectors.groupingBy(WriteReportsTest::course));
    }

    /** References end with the number of the session in its course. */
    private static String course(Report report) {
        return report.reference().substring(0, report.reference().lastIndexOf('/'));
    }

    private static OffsetDateTime start(Report report) {
        return report.attributes().startedAt();
    }

    private static PreviouslyTreated treated(Report report) {
        return report.attributes().previouslyTreated();
    }
}
