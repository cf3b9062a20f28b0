package io.dripline.reporting.dashboard.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.completeness.OwnWeek;
import io.dripline.reporting.posting.PostedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is missing of a week, in words. */
class DescribePostingTest {

    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final LocalDate MONDAY = WEEK.monday();
    private static final LocalDate LONG_AFTER = MONDAY.plusDays(20);

    @Test
    void aWeekThatReportingCountsAsClosedIsComplete() {
        PostingView.Line line = line(LONG_AFTER, true, days(2, 2));

        assertThat(line.state()).isEqualTo("● complete");
        assertThat(line.performed() + " " + line.posted()).isEqualTo("14 14");
        assertThat(line.remarks()).isEmpty();
    }

    @Test
    void sessionsThatWerePerformedAndNotPostedAreCountedAndTheirDaysNamed() {
        List<PostedDay> days = IntStream.range(0, 7)
                .mapToObj(day -> day(day, 3, day == 1 ? 1 : 3))
                .toList();

        PostingView.Line line = line(LONG_AFTER, false, days);

        assertThat(line.state()).isEqualTo("▲ 2 sessions are not posted");
        assertThat(line.css()).isEqualTo("MISSING");
        assertThat(line.remarks()).containsExactly("Tuesday 17 November: 3 performed, 1 posted");
    }

    /** A day with one too many does not make up for one with one too few. */
    @Test
    void daysDoNotMakeUpForOneAnother() {
        List<PostedDay> days = IntStream.range(0, 7)
                .mapToObj(day -> day(day, 3, day == 1 ? 2 : day == 2 ? 4 : 3))
                .toList();

        assertThat(line(LONG_AFTER, false, days).state())
                .isEqualTo("▲ 1 session is not posted; 1 session more was posted than performed");
    }

    @Test
    void daysWithoutATallyAreNamedOnceTheyAreOver() {
        PostingView.Line line = line(MONDAY.plusDays(3), false, List.of(day(0, 2, 2), day(1, null, 4)));

        assertThat(line.state()).isEqualTo("◇ 2 days have no tally");
        assertThat(line.performed() + " " + line.posted()).isEqualTo("2 6");
        assertThat(line.remarks()).containsExactly("Tuesday 17 November: no tally", "Wednesday 18 November: no tally");
    }

    /** The clinic is still at work. */
    @Test
    void aDayThatIsNotOverNeedsNoTally() {
        assertThat(line(MONDAY.plusDays(1), false, List.of(day(0, 2, 2))).state())
                .isEqualTo("○ still running");
    }

    @Test
    void aWeekThatIsNotOverRuns() {
        assertThat(line(MONDAY, false, List.of(day(0, 2, 2))).state()).isEqualTo("○ still running");
    }

    @Test
    void aWeekThatAgreesWaitsToBeCounted() {
        assertThat(line(LONG_AFTER, false, days(2, 2)).state()).isEqualTo("○ agrees, and is being counted");
    }

    @Test
    void withoutTalliesItSaysWhatReportingKnows() {
        PostingView.Line line = new DescribePosting(List.of(new OwnWeek(WEEK, 9, 9, false)), null, LONG_AFTER)
                .view(WEEK, WEEK, "Intake cannot be reached.")
                .lines()
                .getFirst();

        assertThat(List.of(line.performed(), line.posted(), line.state())).containsExactly("–", "9", "○ not known now");
    }

    @Test
    void theNewestWeekIsTheFirst() {
        assertThat(new DescribePosting(List.of(), List.of(), LONG_AFTER)
                        .view(WEEK.plus(-2), WEEK, null)
                        .lines())
                .extracting(PostingView.Line::week)
                .containsExactly("2026-W47", "2026-W46", "2026-W45");
    }

    private static PostingView.Line line(LocalDate today, boolean closed, List<PostedDay> days) {
        return new DescribePosting(List.of(new OwnWeek(WEEK, 14, 14, closed)), days, today)
                .view(WEEK, WEEK, null)
                .lines()
                .getFirst();
    }

    private static List<PostedDay> days(int performed, int posted) {
        return IntStream.range(0, 7)
                .mapToObj(day -> day(day, performed, posted))
                .toList();
    }

    private static PostedDay day(int day, @Nullable Integer performed, int posted) {
        return new PostedDay(MONDAY.plusDays(day), performed, posted);
    }
}
