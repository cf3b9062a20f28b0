package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonMaxSprtTest {

    @Property(tries = 50)
    void theCriticalValueSpendsAlpha(
            @ForAll @Scale(6) @DoubleRange(min = 1, max = 200) double horizon,
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.2) double alpha,
            @ForAll @IntRange(min = 1, max = 4) int minimum) {
        double critical = PoissonMaxSprt.criticalValue(horizon, alpha, minimum);

        double falseAlarm =
                PoissonMaxSprt.performance(horizon, critical, minimum, 1).power();
        assertThat(falseAlarm).isLessThanOrEqualTo(alpha);
        if (critical > 0) {
            assertThat(falseAlarm).isCloseTo(alpha, within(1e-8));
        }
    }

    /** The exact figures against 40,000 simulated series; the bound is five standard errors. */
    @ParameterizedTest
    @CsvSource({"10, 3.468, 1, 1.5", "20, 3.176, 4, 2", "5, 2, 2, 1", "40, 4, 1, 1.3"})
    void simulatedSeriesAgree(double horizon, double critical, int minimum, double relativeRisk) {
        int series = 40_000;
        Random random = new Random(20261122);
        int signals = 0;
        double time = 0;
        double square = 0;
        for (int i = 0; i < series; i++) {
            double now = 0;
            boolean signalled = false;
            for (int events = 1; !signalled; events++) {
                now -= Math.log1p(-random.nextDouble()) / relativeRisk;
                if (now >= horizon) {
                    break;
                }
                signalled = events >= minimum && PoissonMaxSprt.llr(events, now) >= critical;
            }
            double end = Math.min(now, horizon);
            signals += signalled ? 1 : 0;
            time += end;
            square += end * end;
        }

        PoissonMaxSprt.Performance exact = PoissonMaxSprt.performance(horizon, critical, minimum, relativeRisk);

        double share = (double) signals / series;
        double mean = time / series;
        assertThat(exact.power()).isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / series)));
        assertThat(exact.meanTime()).isCloseTo(mean, within(5 * Math.sqrt((square / series - mean * mean) / series)));
    }

    @Test
    void aSmallPowerKeepsItsDigits() {
        // One event within the first 10^-9 of expected time signals, so the power is that of it coming so early.
        double critical = PoissonMaxSprt.llr(1, 1e-9);

        PoissonMaxSprt.Performance performance = PoissonMaxSprt.performance(1e-9, critical, 1, 1);

        assertThat(performance.power()).isCloseTo(1e-9, within(1e-17));
        assertThat(performance.meanTimeToSignal()).isCloseTo(0.5e-9, within(1e-17));
        assertThat(performance.meanTime()).isCloseTo(1e-9, within(1e-17));
    }

    @ParameterizedTest
    @CsvSource({"1000, 20, 1, 0.5", "1000, 36, 1, 1", "1000, 1000, 1, 1", "1000, 0, 1000, 1000", "10, 1000, 1, 0.001"})
    void whatHardlyOrAlwaysSignalsStaysWithinItsRanges(double horizon, double critical, int minimum, double risk) {
        PoissonMaxSprt.Performance performance = PoissonMaxSprt.performance(horizon, critical, minimum, risk);

        assertThat(performance.power()).isBetween(0.0, 1.0);
        assertThat(performance.meanTimeToSignal()).isBetween(0.0, horizon);
        assertThat(performance.meanTime()).isBetween(0.0, horizon);
        double recombined = performance.meanTimeToSignal() * performance.power() + horizon * (1 - performance.power());
        assertThat(performance.meanTime()).isCloseTo(recombined, within(1e-9 * horizon));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, a critical value",
        "1001, 1, a critical value",
        "3, 0, the relative risk",
        "3, NaN, the relative risk"
    })
    void aPerformanceThatCannotBeAskedIsRefused(double critical, double risk, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonMaxSprt.performance(10, critical, 1, risk))
                .withMessageStartingWith(culprit);
    }

    @Test
    void aHairOfExcessIsEvidenceNotItsOpposite() {
        double llr = PoissonMaxSprt.llr(964_356, 964_355.9989326777);

        assertThat(llr).isBetween(0.0, 1e-11);
    }

    @Test
    void theLongestHorizonIsAnswered() {
        double critical = PoissonMaxSprt.criticalValue(PoissonMaxSprt.LONGEST_HORIZON, 0.05, 1);

        assertThat(critical).isBetween(3.8199, 5.0);
    }

    @Test
    void whereEveryExcessMaySignalTheCriticalValueIsZero() {
        double critical = PoissonMaxSprt.criticalValue(0.01, 0.05, 1);

        assertThat(critical).isZero();
    }

    @Test
    void fewerThanExpectedAreNoEvidence() {
        double llr = PoissonMaxSprt.llr(7, 8);

        assertThat(llr).isZero();
    }

    @Test
    void theRatioIsThatOfTheFormula() {
        double llr = PoissonMaxSprt.llr(16, 8);

        assertThat(llr).isCloseTo(-8 + 16 * Math.log(2), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.05, 1, the horizon must be above 0 and at most 10000",
        "10000.5, 0.05, 1, the horizon must be above 0 and at most 10000",
        "NaN, 0.05, 1, the horizon must be above 0 and at most 10000",
        "10, 0, 1, alpha must be at least 1.0E-12",
        "10, 1, 1, alpha must be at least 1.0E-12",
        "10, 0.05, 0, the minimum affected must be 1 to 1000",
        "10, 0.05, 1001, the minimum affected must be 1 to 1000"
    })
    void aPlanThatCannotBeIsRefused(double horizon, double alpha, int minimum, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonMaxSprt.criticalValue(horizon, alpha, minimum))
                .withMessageStartingWith(culprit);
    }
}
