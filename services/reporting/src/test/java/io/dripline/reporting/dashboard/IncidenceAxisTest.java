package io.dripline.reporting.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidenceAxisTest {

    @ParameterizedTest
    @CsvSource({"0, 0.1", "0.077, 0.1", "0.12, 0.15", "0.33, 0.4", "0.6, 0.8", "1, 1"})
    void endsAtARoundFigureBeyondTheLargest(double largest, double atMost) {
        IncidenceAxis axis = IncidenceAxis.reaching(largest);

        assertThat(axis.top()).isGreaterThanOrEqualTo(largest).isLessThanOrEqualTo(atMost + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.03, 0.1, 0.25, 0.5, 0.99, 1})
    void ticksRunFromEdgeToEdge(double largest) {
        IncidenceAxis axis = IncidenceAxis.reaching(largest);

        assertThat(axis.ticks()).hasSizeBetween(3, 6);
        assertThat(axis.ticks().getFirst().x()).isZero();
        assertThat(axis.ticks().getLast().x()).isEqualTo(axis.width());
    }

    @Test
    void whatLiesBeyondTheTopStaysInThePicture() {
        assertThat(IncidenceAxis.reaching(0.1).x(0.9)).isEqualTo(IncidenceAxis.WIDTH);
    }
}
