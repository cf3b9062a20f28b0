package io.dripline.reporting.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentAxisTest {

    @ParameterizedTest
    @CsvSource({"0, 0.005", "0.004, 0.005", "0.077, 0.1", "0.12, 0.15", "0.33, 0.4", "0.6, 0.8", "1, 1"})
    void endsAtARoundFigureBeyondTheLargest(double largest, double atMost) {
        PercentAxis axis = PercentAxis.reaching(largest);

        assertThat(axis.top()).isGreaterThanOrEqualTo(largest).isLessThanOrEqualTo(atMost + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 0.012, 0.03, 0.1, 0.25, 0.5, 0.99, 1})
    void ticksRunFromZeroToTheTopAndAreTold(double largest) {
        PercentAxis axis = PercentAxis.reaching(largest);

        assertThat(axis.ticks()).hasSizeBetween(3, 6);
        assertThat(axis.ticks().getFirst().value()).isZero();
        assertThat(axis.ticks().getLast().value()).isCloseTo(axis.top(), within(1e-9));
        assertThat(axis.ticks()).extracting(Tick::label).doesNotHaveDuplicates();
    }

    @Test
    void labelsHaveTheDigitsThatTellThemApart() {
        assertThat(PercentAxis.reaching(0.01).ticks()).extracting(Tick::label).contains("0.5 %", "1.0 %");
        assertThat(PercentAxis.reaching(0.4).ticks()).extracting(Tick::label).contains("0 %", "10 %", "40 %");
    }

    @Test
    void reachesAtLeastAsFarAsAsked() {
        assertThat(PercentAxis.reaching(0.01, 0.1).top()).isEqualTo(0.1);
    }

    @Test
    void whatLiesBeyondTheTopStaysInThePicture() {
        Scale scale = PercentAxis.reaching(0.09).scale(14, 306);

        assertThat(scale.at(0.9)).isEqualTo(306);
        assertThat(scale.at(0)).isEqualTo(14);
    }
}
