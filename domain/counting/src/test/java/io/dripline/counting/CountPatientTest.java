package io.dripline.counting;

import static io.dripline.counting.SessionExample.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.PreviouslyTreated;
import io.dripline.contracts.session.Route;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountPatientTest {

    private static final CountPatient COUNT = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);

    @Test
    void aSingleSessionIsASessionACourseAndAFirstCourse() {
        var cells = count(session(1).coded("vomiting", Category.GI));

        assertThat(cells.keySet())
                .extracting(Cell::key)
                .containsExactlyInAnyOrder(
                        "SESSION|2026-W47|clinic-north|INTRAVENOUS|RACEMIC|SINGLE|NEUROPATHIC_PAIN|FROM_0_5_TO_1|CHECKLIST",
                        "COURSE|2026-W47|clinic-north|INTRAVENOUS|RACEMIC|SINGLE|NEUROPATHIC_PAIN|FROM_0_5_TO_1|CHECKLIST",
                        "FIRST_COURSE|2026-W47|clinic-north|INTRAVENOUS|RACEMIC|SINGLE|NEUROPATHIC_PAIN|FROM_0_5_TO_1|CHECKLIST");
        var once = new MeasureCount(1, 1);
        assertThat(cells.values())
                .containsOnly(new CellCount(
                        1, 0, 0, Map.of("ANY", once, "GI", once, "vomiting", once, "nausea-or-vomiting", once)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T09:00:00+11:00, 2026-11-21T09:00:00+11:00, 1",
        "2026-11-18T09:00:00+11:00, 2026-11-21T09:00:01+11:00, 2",
        // Sydney's clocks go forward in between: 72 h apart, though 73 h by the clock on the wall.
        "2026-10-02T09:00:00+10:00, 2026-10-05T10:00:00+11:00, 1",
        "2026-10-02T09:00:00+10:00, 2026-10-05T10:00:01+11:00, 2",
        // Berlin's go back: the same clock time is 73 h later.
        "2026-10-23T09:00:00+02:00, 2026-10-26T08:00:00+01:00, 1",
        "2026-10-23T09:00:00+02:00, 2026-10-26T09:00:00+01:00, 2",
    })
    void aCourseEndsAfterMoreThan72HoursWithoutAStart(String first, String second, long courses) {
        var cells = count(session(1).at(first), session(2).at(second));

        assertThat(total(cells, Unit.COURSE).exposed()).isEqualTo(courses);
        assertThat(total(cells, Unit.SESSION).exposed()).isEqualTo(2);
        assertThat(total(cells, Unit.FIRST_COURSE).exposed()).isEqualTo(1);
    }

    @Test
    void theGapRunsFromStartToStartHoweverLongTheCourse() {
        var cells = count(
                session(1).at("2026-11-02T09:00:00Z"),
                session(2).at("2026-11-05T09:00:00Z"),
                session(3).at("2026-11-08T09:00:00Z"));

        assertThat(total(cells, Unit.COURSE).exposed()).isEqualTo(1);
    }

    @Test
    void theGapIsConfigurable() {
        var daily = new CountPatient(Measures.standard(), Duration.ofHours(24));

        var cells = daily.contributions(List.of(
                session(1).at("2026-11-02T09:00:00Z").counted(),
                session(2).at("2026-11-03T10:00:00Z").counted()));

        assertThat(total(cells, Unit.COURSE).exposed()).isEqualTo(2);
    }

    @Test
    void aGapOfNothingIsRefused() {
        assertThatThrownBy(() -> new CountPatient(Measures.standard(), Duration.ZERO))
                .hasMessage("courseGap: expected more than zero, found PT0S");
    }

    @Test
    void aCourseTakesWeekAndAttributesOfItsFirstSession() {
        var cells = count(
                session(2).at("2026-11-23T09:00:00Z").by(Route.ORAL).planned(1),
                session(1).at("2026-11-22T09:00:00Z").by(Route.INTRAVENOUS).planned(4));

        assertThat(cells.keySet())
                .filteredOn(cell -> cell.unit() != Unit.SESSION)
                .allSatisfy(cell -> {
                    assertThat(cell.week()).isEqualTo(IsoWeek.parse("2026-W47"));
                    assertThat(cell.route()).isEqualTo("INTRAVENOUS");
                    assertThat(cell.regimen()).isEqualTo("MULTIPLE");
                });
    }

    @Test
    void ofSessionsThatStartTogetherTheLowerIdAsTextComesFirst() {
        var first = session(1).by(Route.ORAL);
        var second = session(2);
        // As a signed number this id is the lowest, as text the highest.
        var third = session(3);
        third.id = java.util.UUID.fromString("ffffffff-0000-4000-8000-000000000000");

        var cells = count(third, second, first);

        assertThat(cells.keySet())
                .filteredOn(cell -> cell.unit() == Unit.COURSE)
                .singleElement()
                .extracting(Cell::route)
                .isEqualTo("ORAL");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:30:00-05:00, 2026-W53",
        "2027-01-01T04:30:00Z, 2026-W53",
        "2027-01-03T23:59:59+11:00, 2026-W53",
        "2027-01-04T00:00:00+11:00, 2027-W01",
        "2024-12-30T00:00:00+11:00, 2025-W01",
        // The same instant is still Sunday elsewhere.
        "2024-12-29T13:00:00Z, 2024-W52",
    })
    void theWeekIsTheIsoWeekOfTheSessionsOwnOffset(String startedAt, String week) {
        var cells = count(session(1).at(startedAt));

        assertThat(cells.keySet()).extracting(Cell::week).containsOnly(IsoWeek.parse(week));
    }

    @ParameterizedTest
    @EnumSource(value = PreviouslyTreated.class, names = "NO", mode = EnumSource.Mode.EXCLUDE)
    void aPatientWhoMayHaveBeenTreatedBeforeHasNoFirstCourse(PreviouslyTreated treated) {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").treated(treated),
                session(2).at("2026-11-20T09:00:00Z").treated(PreviouslyTreated.NO));

        assertThat(total(cells, Unit.FIRST_COURSE)).isEqualTo(CellCount.ZERO);
        assertThat(total(cells, Unit.COURSE).exposed()).isEqualTo(2);
    }

    @Test
    void onlyTheEarliestCourseIsAFirstCourse() {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").coded("nausea", Category.GI),
                session(2)
                        .at("2026-11-02T09:00:00Z")
                        .treated(PreviouslyTreated.YES)
                        .coded("dizziness", Category.CNS),
                session(3).at("2026-11-20T09:00:00Z").coded("rash", Category.OTHER));

        CellCount first = total(cells, Unit.FIRST_COURSE);
        assertThat(first.exposed()).isEqualTo(1);
        assertThat(first.measures()).containsKeys("GI", "CNS").doesNotContainKey("OTHER");
    }

    @Test
    void aWithdrawnSessionCountsNowhereAndLeavesItsPlaceToTheNext() {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").withdrawn(), session(2).at("2026-11-20T09:00:00Z"));

        assertThat(cells.keySet()).extracting(Cell::week).containsOnly(IsoWeek.parse("2026-W47"));
        assertThat(total(cells, Unit.FIRST_COURSE).exposed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T00:00:00Z, 2026-11-24T23:59:59Z, 1",
        "2026-11-25T00:00:00Z, 2026-11-25T00:00:00Z, 0",
        "2026-11-25T00:00:00Z, 2026-11-26T00:00:00Z, 0",
    })
    void aFirstCourseThatCameAfterALaterOneReplacedItInItsCell(
            String firstReceived, String laterReceived, long replaced) {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").receivedAt(firstReceived),
                session(2).at("2026-11-20T09:00:00Z").receivedAt(laterReceived));

        assertThat(replacedIn(cells, "2026-W47")).isEqualTo(replaced);
        assertThat(replacedIn(cells, "2026-W44")).isZero();
        assertThat(total(cells, Unit.COURSE).replaced()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = PreviouslyTreated.class,
            names = {"YES", "UNKNOWN"})
    void aFirstCourseIsReplacedThoughTheSessionThatCameLateOpensNone(PreviouslyTreated treated) {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").treated(treated).receivedAt("2026-11-25T00:00:00Z"),
                session(2).at("2026-11-20T09:00:00Z").receivedAt("2026-11-20T12:00:00Z"));

        assertThat(total(cells, Unit.FIRST_COURSE)).isEqualTo(new CellCount(0, 0, 1, Map.of()));
        assertThat(replacedIn(cells, "2026-W47")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(PreviouslyTreated.class)
    void aFirstCourseThatIsLengthenedAtItsStartIsReplacedWhereItLay(PreviouslyTreated treated) {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").treated(treated).receivedAt("2026-11-25T00:00:00Z"),
                session(2).at("2026-11-02T09:00:00Z").receivedAt("2026-11-20T00:00:00Z"));

        assertThat(replacedIn(cells, "2026-W45")).isEqualTo(1);
        assertThat(total(cells, Unit.FIRST_COURSE).exposed()).isEqualTo(treated == PreviouslyTreated.NO ? 1 : 0);
    }

    @Test
    void aSessionThatOpenedNoFirstCourseIsNotReplaced() {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").receivedAt("2026-11-25T00:00:00Z"),
                session(2)
                        .at("2026-11-20T09:00:00Z")
                        .treated(PreviouslyTreated.YES)
                        .receivedAt("2026-11-20T12:00:00Z"));

        assertThat(total(cells, Unit.FIRST_COURSE)).isEqualTo(new CellCount(1, 0, 0, Map.of()));
    }

    @Test
    void aFirstCourseThatReplacedAnotherCanBeReplaced() {
        var cells = count(
                session(1).at("2026-11-01T09:00:00Z").receivedAt("2026-11-27T00:00:00Z"),
                session(2).at("2026-11-10T09:00:00Z").receivedAt("2026-11-26T00:00:00Z"),
                session(3).at("2026-11-20T09:00:00Z").receivedAt("2026-11-25T00:00:00Z"));

        assertThat(replacedIn(cells, "2026-W47")).isEqualTo(1);
        assertThat(replacedIn(cells, "2026-W46")).isEqualTo(1);
        assertThat(replacedIn(cells, "2026-W44")).isZero();
    }

    @Test
    void aLateSessionThatIsWithdrawnReplacesNothing() {
        var cells = count(
                session(1)
                        .at("2026-11-01T09:00:00Z")
                        .receivedAt("2026-11-25T00:00:00Z")
                        .withdrawn(),
                session(2).at("2026-11-20T09:00:00Z").receivedAt("2026-11-20T12:00:00Z"));

        assertThat(total(cells, Unit.FIRST_COURSE)).isEqualTo(new CellCount(1, 0, 0, Map.of()));
    }

    @Test
    void aPatientWithoutSessionsCountsNothing() {
        assertThat(COUNT.contributions(List.of())).isEmpty();
    }

    private static Map<Cell, CellCount> count(SessionExample... sessions) {
        return COUNT.contributions(
                Arrays.stream(sessions).map(SessionExample::counted).toList());
    }

    private static long replacedIn(Map<Cell, CellCount> cells, String week) {
        return cells.entrySet().stream()
                .filter(entry -> entry.getKey().unit() == Unit.FIRST_COURSE)
                .filter(entry -> entry.getKey().week().equals(IsoWeek.parse(week)))
                .mapToLong(entry -> entry.getValue().replaced())
                .sum();
    }

    private static CellCount total(Map<Cell, CellCount> cells, Unit unit) {
        return cells.entrySet().stream()
                .filter(entry -> entry.getKey().unit() == unit)
                .map(Map.Entry::getValue)
                .reduce(CellCount.ZERO, CellCount::plus);
    }
}
