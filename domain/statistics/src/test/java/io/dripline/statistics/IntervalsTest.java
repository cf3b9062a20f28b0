package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {

    /** The probability, at the true proportion, of counts whose interval holds it: summed exactly, no simulation. */
    @Property(tries = 100)
    void clopperPearsonCoversWithItsLevel(
            @ForAll @IntRange(min = 1, max = 120) int exposed,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double truth,
            @ForAll @Scale(9) @DoubleRange(min = 0.5, max = 0.999) double level) {
        BinomialDistribution binomial = BinomialDistribution.of(exposed, truth);
        double covered = 0;
        for (int x = 0; x <= exposed; x++) {
            Interval interval = ClopperPearson.interval(new Counts(exposed, x), level);
            if (interval.low() <= truth && truth <= interval.high()) {
                covered += binomial.probability(x);
            }
        }

        assertThat(covered).isGreaterThanOrEqualTo(level - 1e-9);
    }

    @Property
    void theEndsOfClopperPearsonAreWhereTheTailsAreHalfTheError(
            @ForAll @IntRange(min = 2, max = 10_000_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.5, max = 0.9999) double level) {
        Counts counts = new Counts(exposed, 1 + (long) (share * (exposed - 2)));

        Interval interval = ClopperPearson.interval(counts, level);

        double error = (1 - level) / 2;
        assertThat(ExactTail.upper(counts, interval.low())).isCloseTo(error, within(1e-9 * error));
        double below = 1 - ExactTail.upper(new Counts(exposed, counts.affected() + 1), interval.high());
        assertThat(below).isCloseTo(error, within(1e-9));
    }

    @Property
    void bothIntervalsHoldTheObservedProportion(
            @ForAll @IntRange(min = 1, max = 10_000_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999999) double level) {
        Counts counts = new Counts(exposed, (long) (share * exposed));
        double rate = (double) counts.affected() / exposed;

        Interval clopperPearson = ClopperPearson.interval(counts, level);
        Interval wilson = Wilson.interval(counts, level);

        assertThat(rate).isBetween(clopperPearson.low(), clopperPearson.high());
        assertThat(rate).isBetween(wilson.low() - 1e-15, wilson.high() + 1e-15);
    }

    @Property
    void theOneSidedLimitIsTheUpperEndAtHalfTheError(
            @ForAll @IntRange(min = 1, max = 10_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share) {
        Counts counts = new Counts(exposed, (long) (share * exposed));

        double limit = ClopperPearson.upperLimit(counts, 0.975);

        assertThat(limit).isCloseTo(ClopperPearson.interval(counts, 0.95).high(), within(1e-12));
    }

    @Property
    void theLowerConfidenceSequenceIsWhereEReachesItsThreshold(
            @ForAll @IntRange(min = 1, max = 100_000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.05, max = 50) double a,
            @ForAll @Scale(9) @DoubleRange(min = 0.05, max = 5000) double b,
            @ForAll @Scale(9) @DoubleRange(min = 0.0001, max = 0.5) double alpha) {
        Counts counts = new Counts(exposed, 1 + (long) (share * (exposed - 1)));
        BetaPrior prior = new BetaPrior(a, b);

        double limit = LowerConfidenceSequence.limit(counts, prior, alpha);

        double target = -Math.log(alpha);
        assertThat(limit).isBetween(0.0, (double) counts.affected() / exposed);
        assertThat(new EProcess(limit, prior).lnE(counts)).isCloseTo(target, within(1e-6));
        for (double smaller = limit * 0.999; smaller > limit / 1000; smaller /= 2) {
            assertThat(new EProcess(smaller, prior).lnE(counts)).isGreaterThan(target);
        }
    }

    @Test
    void withoutAnyoneAffectedTheLowerConfidenceSequenceIsZero() {
        double limit = LowerConfidenceSequence.limit(new Counts(500, 0), new BetaPrior(1, 1), 0.05);

        assertThat(limit).isZero();
    }

    @Test
    void anIntervalWithoutExposureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.interval(Counts.ZERO, 0.95))
                .withMessage("a proportion needs at least one exposure, found exposed 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 95, Double.NaN})
    void aLevelThatIsNoneIsRefused(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilson.interval(new Counts(10, 1), level))
                .withMessageStartingWith("level must lie strictly between 0 and 1");
    }

    @Test
    void moreAffectedThanExposedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Counts(3, 4))
                .withMessage("expected 0 <= affected <= exposed, found affected 4 of exposed 3");
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0.2, 0.1));
    }
}
