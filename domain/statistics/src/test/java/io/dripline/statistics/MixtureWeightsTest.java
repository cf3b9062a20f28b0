package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureWeightsTest {

    @Property
    void allWeeksThatCanComeShareOneStake(
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double start,
            @ForAll @IntRange(min = 1, max = 500) int halfWithin,
            @ForAll @IntRange(min = 1, max = 2000) int week) {
        MixtureWeights weights = new MixtureWeights(start, halfWithin);

        double sum = weights.from(week + 1);
        for (int k = 0; k <= week; k++) {
            assertThat(weights.of(k)).isPositive();
            sum += weights.of(k);
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 26, 52})
    void halfOfTheLaterWeightLiesWithinTheWeeksNamed(int halfWithin) {
        MixtureWeights weights = new MixtureWeights(0.7, halfWithin);

        double beyond = weights.from(halfWithin + 1);

        assertThat(beyond).isCloseTo(weights.later() / 2, within(1e-15));
    }

    /** To the last bit: alerts were raised with them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 26, 104, 10_000})
    void theFormerWeightsAreTheFormerNumbers(int week) {
        double weight = MixtureWeights.FORMER.of(week);

        assertThat(weight).isEqualTo(0.2 / ((double) week * (week + 1)));
        assertThat(MixtureWeights.FORMER.from(week)).isEqualTo(0.2 / week);
        assertThat(MixtureWeights.FORMER.of(0)).isEqualTo(0.8);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, the start's weight must lie in 0.001 to 0.999",
        "1, 1, the start's weight must lie in 0.001 to 0.999",
        "NaN, 1, the start's weight must lie in 0.001 to 0.999",
        "0.8, 0, the weeks with half of the later weight must be 1 to 52000",
        "0.8, 52001, the weeks with half of the later weight must be 1 to 52000"
    })
    void weightsThatAreNoDistributionAreRefused(double start, int halfWithin, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MixtureWeights(start, halfWithin))
                .withMessageStartingWith(culprit);
    }

    @Test
    void aWeekBeforeTheStartHasNoWeight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureWeights.MONITOR.of(-1))
                .withMessage("a week must be 0 or later, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureWeights.MONITOR.from(0))
                .withMessage("a later week must be 1 or more, found 0");
    }
}
