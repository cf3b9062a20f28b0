package io.dripline.local.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Unit;
import io.dripline.counting.CellCount;
import io.dripline.local.recount.Comparison.Difference;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Cell RACEMIC = cell("RACEMIC");
    private static final Cell ESKETAMINE = cell("ESKETAMINE");
    private static final CellCount TEN = new CellCount(10, 1, 0, Map.of("CNS", new MeasureCount(3, 4)));
    private static final CellCount FIVE = new CellCount(5, 0, 0, Map.of("GI", new MeasureCount(1, 1)));
    private static final String ROLL_UP = "SESSION|2026-W47|clinic-north|INTRAVENOUS";

    private static final String OVER_WEEK = "WEEK|SESSION||clinic-north|INTRAVENOUS";
    private static final String OVER_CLINIC = "CLINIC|SESSION|2026-W47||INTRAVENOUS";
    private static final String OVER_ROUTE = "ROUTE|SESSION|2026-W47|clinic-north|";

    @Test
    void agreesWhenCellsAndRollUpsAreThoseOfTheRecount() {
        // Given
        var again = new CountAgain.Counted(15, 0, Map.of(RACEMIC, TEN, ESKETAMINE, FIVE));
        var streamed = Map.of(RACEMIC.key(), TEN, ESKETAMINE.key(), FIVE, "emptied", CellCount.ZERO);

        // When
        var comparison = Comparison.of(again, streamed, Map.of(ROLL_UP, TEN.plus(FIVE)), Optional.empty());

        // Then
        assertThat(comparison.agrees()).isTrue();
        assertThat(comparison.text().lines())
                .containsExactly(
                        "15 sessions counted again, 2 cells compared, 0 differences",
                        "no sums over roll-ups were compared: none are kept of this generation, until ./dripline rebuild");
    }

    @Test
    void namesEachFigureThatDiffersWithBothValues() {
        // Given
        var again = new CountAgain.Counted(10, 0, Map.of(RACEMIC, TEN));
        var streamed = new CellCount(9, 1, 0, Map.of("CNS", new MeasureCount(2, 3)));

        // When
        var comparison = Comparison.of(again, Map.of(RACEMIC.key(), streamed), Map.of(ROLL_UP, TEN), Optional.empty());

        // Then
        assertThat(comparison.differences())
                .containsExactlyInAnyOrder(
                        new Difference(RACEMIC.key(), "exposed", 10, 9),
                        new Difference(RACEMIC.key(), "CNS affected", 3, 2),
                        new Difference(RACEMIC.key(), "CNS possible", 4, 3));
        assertThat(comparison.text()).contains("exposed is 10 recounted, 9 streamed");
    }

    @Test
    void findsACellThatOnlyTheStreamHolds() {
        // Given
        var again = new CountAgain.Counted(0, 0, Map.of());

        // When
        var comparison = Comparison.of(again, Map.of(ESKETAMINE.key(), FIVE), Map.of(), Optional.empty());

        // Then
        assertThat(comparison.differences()).contains(new Difference(ESKETAMINE.key(), "exposed", 0, 5));
    }

    @Test
    void findsARollUpThatDriftedFromItsCells() {
        // Given
        var again = new CountAgain.Counted(10, 0, Map.of(RACEMIC, TEN));

        // When
        var comparison =
                Comparison.of(again, Map.of(RACEMIC.key(), TEN), Map.of(ROLL_UP, TEN.plus(FIVE)), Optional.empty());

        // Then
        assertThat(comparison.differences()).contains(new Difference("roll-up " + ROLL_UP, "exposed", 10, 15));
        assertThat(comparison.agrees()).isFalse();
    }

    @Test
    void findsASumThatDriftedFromItsRollUps() {
        // Given
        var again = new CountAgain.Counted(15, 0, Map.of(RACEMIC, TEN, ESKETAMINE, FIVE));
        var cells = Map.of(RACEMIC.key(), TEN, ESKETAMINE.key(), FIVE);
        var both = TEN.plus(FIVE);
        var right = Map.of(OVER_WEEK, both, OVER_CLINIC, both, OVER_ROUTE, both);
        var wrong = Map.of(
                OVER_WEEK, both, OVER_CLINIC, TEN, OVER_ROUTE, both, "ROUTE|SESSION|2026-W47|clinic-south|", FIVE);

        // When
        var agreeing = Comparison.of(again, cells, Map.of(ROLL_UP, both), Optional.of(right));
        var differing = Comparison.of(again, cells, Map.of(ROLL_UP, both), Optional.of(wrong));

        // Then
        assertThat(agreeing.agrees()).isTrue();
        assertThat(differing.differences())
                .contains(
                        new Difference("sum over " + OVER_CLINIC, "exposed", 15, 10),
                        new Difference("sum over " + OVER_CLINIC, "GI affected", 1, 0),
                        new Difference("sum over ROUTE|SESSION|2026-W47|clinic-south|", "exposed", 0, 5));
    }

    @Test
    void doesNotAgreeWhileASessionAwaitsItsCoding() {
        // Given
        var again = new CountAgain.Counted(1, 1, Map.of());

        // When
        var comparison = Comparison.of(again, Map.of(), Map.of(), Optional.empty());

        // Then
        assertThat(comparison.agrees()).isFalse();
        assertThat(comparison.text()).contains("1 sessions are not coded");
    }

    private static Cell cell(String formulation) {
        return new Cell(
                Unit.SESSION,
                IsoWeek.of(LocalDate.of(2026, 11, 22)),
                "clinic-north",
                "INTRAVENOUS",
                formulation,
                "SINGLE",
                Cell.UNSTATED,
                Cell.UNSTATED,
                "CHECKLIST");
    }
}
