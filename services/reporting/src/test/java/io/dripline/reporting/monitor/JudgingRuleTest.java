package io.dripline.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.statistics.MixtureWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingRuleTest {

    @ParameterizedTest
    @CsvSource({
        "NaN, 8, 2, alpha",
        "0, 8, 2, alpha",
        "1, 8, 2, alpha",
        "0.05, 0, 2, priorConcentration",
        "0.05, NaN, 2, priorConcentration",
        "0.05, Infinity, 2, priorConcentration",
        "0.05, 8, -1, priorOddsRatio",
        "0.05, 8, NaN, priorOddsRatio",
        "0.05, 8, Infinity, priorOddsRatio"
    })
    void aRuleByWhichNothingCanBeJudgedIsRefused(double alpha, double concentration, double oddsRatio, String culprit) {
        assertThatThrownBy(() -> new JudgingRule(alpha, concentration, oddsRatio, MixtureWeights.MONITOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(culprit + ": expected");
    }
}
