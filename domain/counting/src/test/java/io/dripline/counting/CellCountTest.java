package io.dripline.counting;

import static io.dripline.counting.SessionExample.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.MeasureCount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellCountTest {

    private static final Cell CELL = session(1).counted().cell();

    @Test
    void aMeasureOfOneCountIsPossibleWhereTheOtherAwaits() {
        var affected = new CellCount(1, 0, 0, Map.of("GI", new MeasureCount(1, 1)));
        var awaiting = new CellCount(1, 1, 0, Map.of());

        assertThat(affected.plus(awaiting)).isEqualTo(new CellCount(2, 1, 0, Map.of("GI", new MeasureCount(1, 2))));
    }

    @Test
    void aChangeThatWouldTakeMoreThanIsThereNamesTheCell() {
        var one = new CellCount(1, 0, 0, Map.of());
        var two = new CellCount(2, 0, 0, Map.of());

        assertThatThrownBy(() -> CellDelta.between(two, CellCount.ZERO).applyTo(CELL, one))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cell SESSION|2026-W47|clinic-north|")
                .hasMessageContaining("exposed -1");
    }

    @Test
    void aMeasureThatWouldBecomeNegativeNamesTheCell() {
        var affected = new CellCount(1, 0, 0, Map.of("GI", new MeasureCount(1, 1)));
        var clean = new CellCount(1, 0, 0, Map.of());

        assertThatThrownBy(() -> CellDelta.between(affected, clean).applyTo(CELL, clean))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cell " + CELL.key());
    }

    @Test
    void cellsThatDoNotChangeHaveNoDelta() {
        var count = new CellCount(1, 1, 0, Map.of("GI", new MeasureCount(1, 1)));

        assertThat(CellDelta.between(Map.of(CELL, count), Map.of(CELL, count))).isEmpty();
    }

    @Test
    void aReplacedFirstCourseIsCountedWithoutAnExposure() {
        var replaced = new CellCount(0, 0, 1, Map.of());

        assertThat(replaced.plus(replaced)).isEqualTo(new CellCount(0, 0, 2, Map.of()));
        assertThat(replaced.isZero()).isFalse();
    }

    @Test
    void figuresThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new CellCount(1, 2, 0, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CellCount(1, 0, -1, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CellCount(2, 0, 0, Map.of("GI", new MeasureCount(1, 2))))
                .hasMessage("GI: expected possible within 1 to 1, found 2");
    }
}
