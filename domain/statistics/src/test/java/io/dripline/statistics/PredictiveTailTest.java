package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PredictiveTailTest {

    /** With a uniform proportion every number affected is equally likely. */
    @Property
    void aUniformProportionMakesAllNumbersEquallyLikely(
            @ForAll @IntRange(max = 2_000) int exposed, @ForAll @IntRange(max = 2_000) int affected) {
        int x = Math.min(exposed, affected);

        double tail = PredictiveTail.upper(new Counts(exposed, x), new BetaPrior(1, 1));

        assertThat(tail).isCloseTo((exposed - x + 1.0) / (exposed + 1), within(1e-10));
    }

    /** A beta as narrow as 10^9 exposures make it is a known proportion. */
    @Property(tries = 200)
    void aKnownProportionGivesTheBinomialTail(
            @ForAll @IntRange(min = 1, max = 300) int exposed, @ForAll @IntRange(max = 300) int affected) {
        Counts counts = new Counts(exposed, Math.min(exposed, affected));

        double tail = PredictiveTail.upper(counts, new BetaPrior(0.08e9, 0.92e9));

        assertThat(tail).isCloseTo(ExactTail.upper(counts, 0.08), within(1e-5));
    }

    /** Beta(1/2, 1/2) piles up at both ends; X is symmetric around the middle. */
    @Property(tries = 100)
    void aProportionAtTheEndsIsSummedWhole(@ForAll @IntRange(min = 1, max = 500) int half) {
        int exposed = 2 * half - 1;

        double tail = PredictiveTail.upper(new Counts(exposed, half), new BetaPrior(0.5, 0.5));

        assertThat(tail).isCloseTo(0.5, within(1e-10));
    }

    @Test
    void moreExposuresThanADoublesSmallestTermCanHold() {
        double tail = PredictiveTail.upper(new Counts(1_000_000, 500_000), new BetaPrior(500, 500));

        assertThat(tail).isCloseTo(0.5, within(1e-4));
    }
}
