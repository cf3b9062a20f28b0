package io.dripline.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenWeeksTest {

    private static final IsoWeek W40 = IsoWeek.parse("2026-W40");
    private static final IsoWeek W41 = IsoWeek.parse("2026-W41");
    private static final IsoWeek W42 = IsoWeek.parse("2026-W42");
    private static final OpenWeeks OPEN = OpenWeeks.of(List.of(
            new ClinicAndWeek("south", W42),
            new ClinicAndWeek("south", W40),
            new ClinicAndWeek("north", W41),
            new ClinicAndWeek("north", W40)));

    @Test
    void thoseOfAllClinicsAreInOrderOfWeekAndClinicWithinTheirBounds() {
        assertThat(OPEN.within(null, null, null))
                .containsExactly(
                        new ClinicAndWeek("north", W40),
                        new ClinicAndWeek("south", W40),
                        new ClinicAndWeek("north", W41),
                        new ClinicAndWeek("south", W42));
        assertThat(OPEN.within(null, W41, null))
                .containsExactly(new ClinicAndWeek("north", W41), new ClinicAndWeek("south", W42));
        assertThat(OPEN.within(null, null, W41)).hasSize(3);
    }

    @Test
    void thoseOfOneClinicAreItsOwn() {
        assertThat(OPEN.within("south", null, null))
                .containsExactly(new ClinicAndWeek("south", W40), new ClinicAndWeek("south", W42));
        assertThat(OPEN.within("south", W41, W41)).isEmpty();
        assertThat(OPEN.within("west", null, null)).isEmpty();
        assertThat(OPEN.contains("north", W41)).isTrue();
        assertThat(OPEN.contains("north", W42)).isFalse();
    }

    @Test
    void someClinicsWeeksAreReplacedAndTheOthersStay() {
        OpenWeeks changed = OPEN.with(List.of("south", "west"), OpenWeeks.of(List.of(new ClinicAndWeek("west", W41))));

        assertThat(changed.within(null, null, null))
                .containsExactly(
                        new ClinicAndWeek("north", W40),
                        new ClinicAndWeek("north", W41),
                        new ClinicAndWeek("west", W41));
    }

    @Test
    void isItselfWhereNothingChanges() {
        assertThat(OPEN.with(List.of("north"), OpenWeeks.of(OPEN.within("north", null, null))))
                .isSameAs(OPEN);
    }
}
