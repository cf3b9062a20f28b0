package io.dripline.reporting.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.incidence.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The axes of weeks and of evidence. */
class AxesTest {

    private static final IsoWeek FIRST = new IsoWeek(2025, 50);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 6, 12, 25, 51, 103, 300, 1000})
    void fewWeeksAreLabelledAndTheFirstIs(long weeksLater) {
        WeekAxis axis = new WeekAxis(FIRST, FIRST.plus(weeksLater));

        assertThat(axis.labelled()).hasSizeBetween(1, 7).startsWith(FIRST).isSorted();
        assertThat(axis.labelled().getLast()).isLessThanOrEqualTo(FIRST.plus(weeksLater));
    }

    @Test
    void everyWeekHasTheSameRoomAcrossTheYearsEnd() {
        WeekAxis axis = new WeekAxis(FIRST, FIRST.plus(9));

        assertThat(axis.at(FIRST, 0, 100)).isEqualTo(5);
        assertThat(axis.at(FIRST.plus(4), 0, 100)).isEqualTo(45);
        assertThat(axis.at(FIRST.plus(9), 0, 100)).isEqualTo(95);
    }

    @Test
    void oneWeekAloneStandsInTheMiddle() {
        assertThat(new WeekAxis(FIRST, FIRST).at(FIRST, 0, 100)).isEqualTo(50);
    }

    @Test
    void weeksGoForwards() {
        assertThatThrownBy(() -> new WeekAxis(FIRST.plus(1), FIRST)).hasMessageContaining("expected first <= last");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.7, 5.3", "-40, 3", "0, 60", "0, 2500"})
    void evidenceHasRoomForAllThatIsDrawn(double smallest, double largest) {
        EvidenceAxis axis = EvidenceAxis.around(smallest, largest);

        assertThat(axis.low()).isLessThanOrEqualTo((int) Math.floor(EvidenceAxis.power(smallest)));
        assertThat((double) axis.high()).isGreaterThan(EvidenceAxis.power(largest));
        assertThat(axis.ticks()).hasSizeBetween(3, 9).extracting(Tick::label).doesNotHaveDuplicates();
        assertThat(axis.ticks().getLast().value()).isEqualTo(axis.high());
        assertThat(axis.ticks()).extracting(Tick::value).contains(0.0);
    }

    @Test
    void evidenceIsLabelledByE() {
        assertThat(EvidenceAxis.around(0, Math.log(2000)).ticks())
                .extracting(Tick::label)
                .containsExactly("0.1", "1", "10", "100", "1,000", "10,000");
    }

    @Test
    void aScaleNeedsTwoEnds() {
        assertThatThrownBy(() -> new Scale(1, 1, 0, 10)).hasMessageContaining("expected low < high");
    }
}
