package io.dripline.bench.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dripline.statistics.EProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact figures against those printed with the methods. */
class DesignTest {

    private static final double P0 = 0.08;
    private static final double ALPHA = 0.05;

    @ParameterizedTest
    @CsvSource({"500, 0.257578357431", "1000, 0.296923140263", "2000, 0.335"})
    void theObviousRuleAlarmsFalsely(int looks, double expected) {
        Design naive = Design.naive(P0, ALPHA, looks);

        double falseAlarms = naive.at(P0, looks).alarmed();

        assertThat(falseAlarms).isCloseTo(expected, within(looks == 2000 ? 5e-4 : 1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.16, 107.1", "0.12, 412.2"})
    void theEProcessNeedsSoManyExposures(double p, double expected) {
        Design plain = Design.eProcess("", EProcess.against(P0), ALPHA, 4_000);

        double mean = plain.at(p, 4_000).meanToAlarm();

        assertThat(mean).isCloseTo(expected, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"0.08, 1000, 0.0320153448626", "0.16, 300, 0.961173078851"})
    void theEProcessAlarmsSoOften(double p, int horizon, double expected) {
        Design plain = Design.eProcess("", EProcess.against(P0), ALPHA, horizon);

        double alarmed = plain.at(p, horizon).alarmed();

        assertThat(alarmed).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.16, 94.3", "0.12, 329.4"})
    void waldsTestNeedsSoMany(double p, double expected) {
        Design wald = Design.wald(P0, p, ALPHA, 4_000);

        double mean = wald.at(p, 4_000).meanToAlarm();

        assertThat(mean).isCloseTo(expected, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"0.16, 500, 96"})
    void theBinomialMaxSprtNeedsSoMany(double p, int horizon, double expected) {
        Design maxSprt = Design.binomialMaxSprt(P0, ALPHA, horizon);

        double mean = maxSprt.at(p, horizon).meanToAlarm();

        assertThat(mean).isCloseTo(expected, within(0.5));
        assertThat(maxSprt.at(P0, horizon).alarmed()).isCloseTo(0.0493950460067, within(1e-9));
    }

    /** In discrete looks it alarms less often than in continuous time. */
    @ParameterizedTest
    @CsvSource({"0.08, 500, 0.0238584563398", "0.01, 1000, 0.0459733343178"})
    void thePoissonMaxSprtKeepsAlpha(double p0, int horizon, double expected) {
        Design maxSprt = Design.poissonMaxSprt(p0, ALPHA, horizon);

        double falseAlarms = maxSprt.at(p0, horizon).alarmed();

        assertThat(falseAlarms).isCloseTo(expected, within(1e-9)).isLessThanOrEqualTo(ALPHA);
    }
}
