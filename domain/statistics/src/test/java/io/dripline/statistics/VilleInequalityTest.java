package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VilleInequalityTest {

    @Test
    void aTenthOfFivePerCentAsksForTwoHundred() {
        double threshold = VilleInequality.threshold(0.05, 0.1);

        assertThat(threshold).isCloseTo(200, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-3, 1", "0, 1", "2.995732273553991, 0.05", "1000000, 0"})
    void theAlwaysValidPIsTheInverseOfTheLargestE(double highestLnE, double expected) {
        double p = VilleInequality.alwaysValidP(highestLnE);

        assertThat(p).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aShareThatIsNoneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VilleInequality.threshold(0.05, share))
                .withMessageContaining("share of alpha");
    }

    @Test
    void evidenceThatIsNotANumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> VilleInequality.alwaysValidP(Double.NaN));
    }
}
