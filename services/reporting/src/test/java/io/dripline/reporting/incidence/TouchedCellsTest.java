package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change touches the cohorts that hold one of its cells, and no other. */
class TouchedCellsTest {

    private final TouchedCells touched =
            TouchedCells.NONE.and(Set.of(Shares.cell(Unit.FIRST_COURSE, "2026-W40", "clinic-7")));

    @ParameterizedTest
    @CsvSource({
        "clinic, clinic-7",
        "route, INTRAVENOUS",
        "formulation, RACEMIC",
        "regimen, SINGLE",
        "indication, MIXED_PAIN",
        "doseBand, FROM_0_5_TO_1",
        "ascertainment, CHECKLIST"
    })
    void touchTheCohortsOfEachDimension(String dimension, String value) {
        assertThat(touch(Map.of(dimension, value))).isTrue();
        assertThat(touch(Map.of(dimension, "another"))).isFalse();
    }

    @Test
    void touchWhatHasAllThatACohortAsksFor() {
        assertThat(touch(Map.of())).isTrue();
        assertThat(touch(Map.of("clinic", "clinic-7", "route", "INTRAVENOUS"))).isTrue();
        assertThat(touch(Map.of("clinic", "clinic-7", "route", "ORAL"))).isFalse();
    }

    @Test
    void touchNoOtherUnitAndNothingThatStartsLater() {
        assertThat(touched.touch(Unit.SESSION, Map.of(), null)).isFalse();
        assertThat(touched.touch(Unit.FIRST_COURSE, Map.of(), IsoWeek.parse("2026-W40")))
                .isTrue();
        assertThat(touched.touch(Unit.FIRST_COURSE, Map.of(), IsoWeek.parse("2026-W41")))
                .isFalse();
    }

    /** Of a great many only the clinics are kept, and all of theirs may have changed. */
    @Test
    void moreThanAreKeptTouchAllOfTheirClinics() {
        Set<Cell> many = IntStream.rangeClosed(0, TouchedCells.MOST)
                .mapToObj(i -> Shares.cell(Unit.SESSION, "2026-W40", "clinic-" + i))
                .collect(Collectors.toSet());

        TouchedCells all = TouchedCells.NONE.and(many).and(Set.of());

        assertThat(all.cells()).isNull();
        assertThat(all.clinics()).hasSize(TouchedCells.MOST + 1);
        assertThat(all.touch(Unit.COURSE, Map.of("clinic", "clinic-1000", "route", "ORAL"), null))
                .isTrue();
        assertThat(all.touch(Unit.SESSION, Map.of(), null)).isTrue();
        assertThat(all.touch(Unit.SESSION, Map.of("clinic", "another"), null)).isFalse();
    }

    private boolean touch(Map<String, String> cohort) {
        return touched.touch(Unit.FIRST_COURSE, cohort, null);
    }
}
