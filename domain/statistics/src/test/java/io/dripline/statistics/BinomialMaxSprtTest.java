package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialMaxSprtTest {

    @Property(tries = 100)
    void theCriticalValueIsTheSmallestAttainableThatKeepsAlpha(
            @ForAll @IntRange(min = 1, max = 120) int horizon,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.95) double p0,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.5) double alpha) {
        int minimum = 1 + horizon / 40;

        double critical = BinomialMaxSprt.criticalValue(horizon, p0, alpha, minimum);

        assertThat(falseAlarms(horizon, p0, critical, minimum)).isLessThanOrEqualTo(alpha);
        if (critical > 0) {
            assertThat(falseAlarms(horizon, p0, Math.nextDown(critical), minimum))
                    .isGreaterThan(alpha);
        }
    }

    /** The band that is kept against the whole distribution, and against a plain search for the boundary. */
    @Property(tries = 30)
    void theBandLosesNothing(
            @ForAll @IntRange(min = 1, max = 1500) int horizon,
            @ForAll @Scale(9) @DoubleRange(min = 0.0001, max = 0.9) double p0,
            @ForAll @Scale(9) @DoubleRange(max = 6) double critical) {
        double banded = BinomialMaxSprt.falseAlarmProbability(horizon, p0, critical, 1);

        assertThat(banded).isCloseTo(falseAlarms(horizon, p0, critical, 1), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"0.000001, 0.05", "0.0001, 0.05", "0.08, 0.05", "0.5, 0.001", "0.9, 0.05", "0.999, 0.05"})
    void theLongestHorizonIsAnswered(double p0, double alpha) {
        int horizon = BinomialMaxSprt.LONGEST_HORIZON;

        double critical = BinomialMaxSprt.criticalValue(horizon, p0, alpha, 1);

        assertThat(BinomialMaxSprt.falseAlarmProbability(horizon, p0, critical, 1))
                .isLessThanOrEqualTo(alpha);
    }

    /** Ninety of ninety have a chance of 2^-90, or 8e-28, which is more than alpha: nothing may signal. */
    @Test
    void anAlphaBelowEveryChanceLetsNothingSignal() {
        assertThat(BinomialMaxSprt.criticalValue(90, 0.5, 1e-30, 1)).isCloseTo(90 * Math.log(2), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"90, 0.5, 1e-27", "120, 0.1, 1e-60", "300, 0.5, 1e-90"})
    void theSmallestChancesAreCounted(int horizon, double p0, double alpha) {
        double critical = BinomialMaxSprt.criticalValue(horizon, p0, alpha, 1);

        assertThat(falseAlarms(horizon, p0, critical, 1)).isLessThanOrEqualTo(alpha);
        assertThat(falseAlarms(horizon, p0, Math.nextDown(critical), 1)).isGreaterThan(alpha);
    }

    @Test
    void refusesAnAlphaThatNumbersCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialMaxSprt.criticalValue(100, 0.5, 1e-101, 1))
                .withMessage("alpha must be at least 1.0E-100 and below 1, found 1.0E-101");
    }

    @Test
    void whereEveryExcessMaySignalTheCriticalValueIsZero() {
        double critical = BinomialMaxSprt.criticalValue(100, 0.000001, 0.05, 1);

        assertThat(critical).isZero();
    }

    @Test
    void whereNothingMaySignalTheCriticalValueIsTheLargestRatio() {
        double critical = BinomialMaxSprt.criticalValue(3, 0.5, 0.05, 1);

        assertThat(critical).isCloseTo(3 * Math.log(2), within(1e-14));
    }

    @Test
    void aProportionBelowTheNullIsNoEvidence() {
        double llr = BinomialMaxSprt.llr(new Counts(100, 8), 0.08);

        assertThat(llr).isZero();
    }

    @Test
    void theRatioIsThatOfTheFormula() {
        double llr = BinomialMaxSprt.llr(new Counts(100, 16), 0.08);

        assertThat(llr).isCloseTo(16 * Math.log(2) + 84 * Math.log(0.84 / 0.92), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.08, 0.05, 1, the horizon must be 1 to 10000",
        "10001, 0.08, 0.05, 1, the horizon must be 1 to 10000",
        "100, 1, 0.05, 1, p0 must lie strictly",
        "100, 0.08, 1, 1, alpha must be at least 1.0E-100 and below 1",
        "100, 0.08, 0.05, 0, the minimum affected must be 1 to the horizon of 100",
        "100, 0.08, 0.05, 101, the minimum affected must be 1 to the horizon of 100"
    })
    void aPlanThatCannotBeIsRefused(int horizon, double p0, double alpha, int minimum, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinomialMaxSprt.criticalValue(horizon, p0, alpha, minimum))
                .withMessageStartingWith(culprit);
    }

    private static double falseAlarms(int horizon, double p0, double critical, int minimum) {
        return new SequentialDesign(n -> IntStream.rangeClosed(minimum, (int) n)
                        .filter(x -> BinomialMaxSprt.llr(new Counts(n, x), p0) > critical)
                        .findFirst()
                        .orElse((int) n + 1))
                .at(p0, horizon)
                .alarmed();
    }
}
