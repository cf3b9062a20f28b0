package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change touches the cohorts that hold one of its cells, and no other. */
class CountsSettledTest {

    private static final Cell CELL = Shares.cell(Unit.FIRST_COURSE, "2026-W40", "clinic-7");

    private final CountsSettled settled = settled(false, Set.of(CELL));

    @ParameterizedTest
    @EnumSource(names = "WEEK", mode = EnumSource.Mode.EXCLUDE)
    void touchesTheCohortsOfEachDimension(Dimension dimension) {
        assertThat(touches(Map.of(dimension.field(), dimension.of(CELL)))).isTrue();
        assertThat(touches(Map.of(dimension.field(), "another"))).isFalse();
    }

    @Test
    void touchesWhatHasAllThatACohortAsksFor() {
        assertThat(touches(Map.of())).isTrue();
        assertThat(touches(Map.of("clinic", "clinic-7", "route", "INTRAVENOUS")))
                .isTrue();
        assertThat(touches(Map.of("clinic", "clinic-7", "route", "ORAL"))).isFalse();
    }

    @Test
    void touchesNoOtherUnitAndNothingThatStartsLater() {
        assertThat(settled.touches(Unit.SESSION, Map.of(), null)).isFalse();
        assertThat(settled.touches(Unit.FIRST_COURSE, Map.of(), IsoWeek.parse("2026-W40")))
                .isTrue();
        assertThat(settled.touches(Unit.FIRST_COURSE, Map.of(), IsoWeek.parse("2026-W41")))
                .isFalse();
    }

    @Test
    void everythingTouchesEveryCohort() {
        assertThat(settled(true, Set.of()).touches(Unit.COURSE, Map.of("clinic", "another"), null))
                .isTrue();
    }

    private boolean touches(Map<String, String> cohort) {
        return settled.touches(Unit.FIRST_COURSE, cohort, null);
    }

    /** Nothing here asks the database. */
    @SuppressWarnings("NullAway")
    private static CountsSettled settled(boolean everything, Set<Cell> cells) {
        return new CountsSettled(null, everything, cells);
    }
}
