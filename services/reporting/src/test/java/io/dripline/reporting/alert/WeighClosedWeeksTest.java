package io.dripline.reporting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.AlertEvidence;
import io.dripline.contracts.alert.WeekCount;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.completeness.ClinicAndWeek;
import io.dripline.reporting.completeness.OpenWeeks;
import io.dripline.reporting.incidence.ClinicWeekCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeighClosedWeeksTest {

    private static final IsoWeek W40 = IsoWeek.parse("2026-W40");
    private static final IsoWeek W41 = IsoWeek.parse("2026-W41");
    private static final IsoWeek W42 = IsoWeek.parse("2026-W42");

    private static final AlertEvidence RAISED_ON = SomeEvidence.ofCns(W40);
    private static final double LN_THRESHOLD = Math.log(500);

    @Test
    void countsWhatIsClosedOfEachClinic() {
        List<ClinicWeekCount> counts = List.of(
                new ClinicWeekCount("north", W40, 10, 1),
                new ClinicWeekCount("south", W40, 20, 2),
                new ClinicWeekCount("north", W41, 30, 3),
                new ClinicWeekCount("south", W41, 40, 4));
        OpenWeeks open = OpenWeeks.of(List.of(new ClinicAndWeek("south", W40), new ClinicAndWeek("north", W42)));

        List<WeekCount> closed = WeighClosedWeeks.closed(counts, open);

        assertThat(closed).containsExactly(new WeekCount(W40, 10, 1), new WeekCount(W41, 70, 7));
    }

    @Test
    void reachesTheThresholdAsItDidAtTheCrossing() {
        assertThat(WeighClosedWeeks.reaches(RAISED_ON, RAISED_ON.weeks(), LN_THRESHOLD))
                .isTrue();
    }

    @Test
    void doesNotReachItWithoutWhatIsOpen() {
        assertThat(WeighClosedWeeks.reaches(RAISED_ON, List.of(new WeekCount(W40, 20, 5)), LN_THRESHOLD))
                .isFalse();
        assertThat(WeighClosedWeeks.reaches(RAISED_ON, List.of(), LN_THRESHOLD)).isFalse();
    }

    @Test
    void isNotUndoneByGoodWeeksThatFollow() {
        List<WeekCount> closed =
                List.of(new WeekCount(W40, 40, 14), new WeekCount(W41, 2000, 40), new WeekCount(W42, 2000, 40));
        assertThat(WeighClosedWeeks.reaches(RAISED_ON, closed.subList(1, 3), LN_THRESHOLD))
                .isFalse();

        boolean reaches = WeighClosedWeeks.reaches(RAISED_ON, closed, LN_THRESHOLD);

        assertThat(reaches).isTrue();
    }
}
