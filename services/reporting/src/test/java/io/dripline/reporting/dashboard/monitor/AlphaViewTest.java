package io.dripline.reporting.dashboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaViewTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 10 %",
        "0.013333333333333334, 1.33 %",
        "0.0066666666666666671, 0.667 %",
        "0.000001, 0.0001 %",
        "0, 0 %"
    })
    void aShareHasThreeDigitsThatTellSomething(double share, String written) {
        assertThat(AlphaView.share(share)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 10 %", "0.07, 7 %", "0.099999, 9.99 %", "0.386666666, 38.6 %", "0.000001, 0.0001 %", "0, 0 %"})
    void neverMoreIsSaidToBeLeftThanThereIs(double left, String written) {
        assertThat(AlphaView.left(left)).isEqualTo(written);
    }
}
