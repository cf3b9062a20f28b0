package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EProcessTest {

    @Property
    void growsWithTheAffected(
            @ForAll @IntRange(min = 1, max = 10_000_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1, maxIncluded = false) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.000001, max = 0.9) double p0) {
        EProcess process = EProcess.against(p0);
        long affected = (long) (share * exposed);

        double oneMore = process.lnE(new Counts(exposed, affected + 1));

        assertThat(oneMore).isGreaterThan(process.lnE(new Counts(exposed, affected)));
    }

    @Property
    void isAFairGameAtTheNullAndALosingOneBelow(
            @ForAll @IntRange(max = 5000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.9) double p0,
            @ForAll @Scale(9) @DoubleRange(max = 1) double fraction) {
        EProcess process = EProcess.against(p0);
        long affected = (long) (share * exposed);
        double now = process.lnE(new Counts(exposed, affected));
        double p = p0 * fraction;

        double ifAffected = Math.exp(process.lnE(new Counts(exposed + 1L, affected + 1)) - now);
        double ifNot = Math.exp(process.lnE(new Counts(exposed + 1L, affected)) - now);

        assertThat(p0 * ifAffected + (1 - p0) * ifNot).isCloseTo(1, within(1e-10));
        assertThat(p * ifAffected + (1 - p) * ifNot).isLessThanOrEqualTo(1 + 1e-10);
    }

    @Property
    void recomputingGivesTheSameBits(
            @ForAll @IntRange(max = 10_000_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.000001, max = 0.999999) double p0) {
        Counts counts = new Counts(exposed, (long) (share * exposed));
        double first = EProcess.against(p0).lnE(counts);

        double again = EProcess.against(p0).lnE(counts);

        assertThat(Double.doubleToRawLongBits(again)).isEqualTo(Double.doubleToRawLongBits(first));
        assertThat(first).isFinite();
    }

    /** Computed once and kept: another machine or Java must find the same bits in the evidence stored with an alert. */
    @ParameterizedTest
    @CsvSource({
        "100, 16, 0.08, 0x1.4990f4e64d77ap1",
        "1000, 110, 0.08, 0x1.c880764560db5p1",
        "10000000, 805000, 0.08, 0x1.481336f087fedp3",
        "10000000, 25, 0.000001, 0x1.b4d2b45db3c6ep2"
    })
    void theBitsStayAsTheyWere(long exposed, long affected, double p0, String bits) {
        double lnE = EProcess.against(p0).lnE(new Counts(exposed, affected));

        assertThat(Double.toHexString(lnE)).isEqualTo(bits);
    }

    @Property(tries = 200)
    void theSmallestAffectedToAlertIsTheFirstThatReachesTheThreshold(
            @ForAll @IntRange(min = 1, max = 100_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.7) double p0,
            @ForAll @Scale(9) @DoubleRange(min = 1, max = 100_000) double threshold) {
        EProcess process = EProcess.against(p0);

        long smallest = process.smallestAffectedToAlert(exposed, threshold);

        if (smallest <= exposed) {
            assertThat(process.lnE(new Counts(exposed, smallest))).isGreaterThanOrEqualTo(Math.log(threshold));
        }
        if (smallest > 0) {
            assertThat(process.lnE(new Counts(exposed, smallest - 1))).isLessThan(Math.log(threshold));
        }
    }

    @Test
    void whereNotEvenAllAffectedSufficeTheAnswerIsOneMoreThanAll() {
        long smallest = EProcess.against(0.08).smallestAffectedToAlert(1, 1e9);

        assertThat(smallest).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0.16, 107.1", "0.12, 412.2"})
    void meanExposuresToTheAlertAreThoseOfTheExactComputation(double p, double expected) {
        EProcess process = EProcess.against(0.08);
        SequentialDesign design = new SequentialDesign(n -> process.smallestAffectedToAlert(n, 20));

        double mean = design.at(p, 4000).meanToAlarm();

        assertThat(mean).isCloseTo(expected, within(0.05));
    }

    @Test
    void nothingSeenIsNoEvidence() {
        double lnE = EProcess.against(0.3).lnE(Counts.ZERO);

        assertThat(lnE).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 0.999999})
    void fromOneHalfOnThePriorIsFlat(double p0) {
        BetaPrior prior = BetaPrior.defaultFor(p0);

        assertThat(prior).isEqualTo(new BetaPrior(1, 1));
    }

    /** About a doubling of the odds, the same width on their logarithm for every null. */
    @ParameterizedTest
    @ValueSource(doubles = {0.000001, 0.0079, 0.08, 0.4, 0.5, 0.9, 0.999999})
    void theMonitorsPriorIsTheSameOnTheScaleOfOdds(double p0) {
        BetaPrior prior = BetaPrior.ofMonitor(p0);

        assertThat(prior.a() / prior.b()).isCloseTo(2 * p0 / (1 - p0), within(1e-10 * prior.a() / prior.b()));
        assertThat(1 / prior.a() + 1 / prior.b()).isCloseTo(1.0 / 8, within(1e-10));
    }

    /** Those of Wald's test that knows the truth are 94.3 and 329.4. */
    @ParameterizedTest
    @CsvSource({"0.16, 101.4", "0.12, 376.8"})
    void meanExposuresToTheAlertWithTheMonitorsPrior(double p, double expected) {
        EProcess process = new EProcess(0.08, BetaPrior.ofMonitor(0.08));
        SequentialDesign design = new SequentialDesign(n -> process.smallestAffectedToAlert(n, 20));

        double mean = design.at(p, 4000).meanToAlarm();

        assertThat(mean).isCloseTo(expected, within(0.05));
    }

    /** Every method over everything that it accepts: a number, or a reason. */
    @Property(tries = 5000)
    void whateverIsAskedNoAnswerIsNaNOrInfinite(
            @ForAll @LongRange(max = 1_000_000_000) long exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.000001, max = 300) double tenths) {
        double p0 = Math.pow(10, -tenths);
        Counts counts = new Counts(exposed, (long) (share * exposed));

        double lnE = EProcess.against(p0).lnE(counts);

        assertThat(lnE).isFinite();
        assertThat(new EProcess(p0, BetaPrior.ofMonitor(p0)).lnE(counts)).isFinite();
        assertThat(ExactTail.upper(counts, p0)).isBetween(0.0, 1.0);
        assertThat(LowerConfidenceSequence.limit(counts, BetaPrior.ofMonitor(p0), 0.05))
                .isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aNullThatLeavesNothingToTestIsRefused(double p0) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EProcess.against(p0))
                .withMessage("p0 must lie strictly between 0 and 1, found " + p0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, a of the prior", "NaN, 1, a of the prior", "1, 0, b of the prior", "1, Infinity, b of the prior"
    })
    void aPriorThatIsNoDistributionIsRefused(double a, double b, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaPrior(a, b))
                .withMessageContaining(culprit);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aThresholdThatIsNoneIsRefused(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EProcess.against(0.1).smallestAffectedToAlert(10, threshold))
                .withMessageContaining("threshold");
    }
}
