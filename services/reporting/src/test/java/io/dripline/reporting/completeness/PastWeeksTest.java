package io.dripline.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.incidence.IsoWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastWeeksTest {

    private static final ClinicAndWeek WEEK = new ClinicAndWeek("north", IsoWeek.parse("2026-W40"));

    /** Of what was kept before it was kept what had been posted, that is not compared. */
    @ParameterizedTest
    @CsvSource({
        "true, 14, 14, false",
        "true, 14, 13, true",
        "true, 14, 15, true",
        "false, 14, 14, true",
        "true, , 13, false",
        "true, 0, 0, false"
    })
    void wasOpenUnlessItWasClosedAndAsManyWereCountedAsPosted(boolean closed, Long posted, long counted, boolean open) {
        PastWeeks weeks = new PastWeeks(Map.of(WEEK, new PastWeeks.State(closed, posted)));

        OpenWeeks found = weeks.open(counted == 0 ? Map.of() : Map.of(WEEK, counted));

        assertThat(found.contains(WEEK.clinic(), WEEK.week())).isEqualTo(open);
    }

    @Test
    void wasOpenIfNothingWasStatedOfWhatWasCounted() {
        OpenWeeks found = new PastWeeks(Map.of()).open(Map.of(WEEK, 1L));

        assertThat(found.within(null, null, null)).containsExactly(WEEK);
    }
}
