package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest(name = "{7}: {6}")
    @CsvSource({
        // low, p0, exposed, affected, latched, settled exposed/affected, verdict, why
        "0.04, , 1000, 200, true, 1000/200, CANNOT_ASSESS, without a null even a latched alert says nothing",
        "0.04, 0.08, 0, 0, false, 0/0, CANNOT_ASSESS, there is no exposure",
        "0.04, 0.08, 1000, 10, true, 1000/10, EXCEEDS, more negatives never unlatch an alert",
        "0.04, 0.08, 1000, 10, false, 1000/10, BELOW_RANGE, 1 % with an upper end of 1.83 %",
        ", 0.08, 1000, 10, false, 1000/10, WITHIN_RANGE, without a lower end nothing lies below the range",
        "0.04, 0.08, 1000, 60, false, 1000/60, WITHIN_RANGE, 4.61 % to 7.66 % lies inside",
        "0.04, 0.08, 1000, 200, false, 1000/200, TOO_FEW, no alert: above the range is not EXCEEDS by itself",
        "0.04, 0.08, 50, 3, false, 50/3, TOO_FEW, the interval is wider than the range",
        "0.04, 0.08, 1000, 60, false, 50/3, TOO_FEW, only settled courses count",
        "0.04, 0.08, 1000, 60, false, 0/0, TOO_FEW, nothing has settled yet",
        "0, 0.08, 1000, 0, false, 1000/0, WITHIN_RANGE, a lower end of 0 is reached"
    })
    void isDecidedInTheStatedOrder(
            @Nullable Double low,
            @Nullable Double p0,
            long exposed,
            long affected,
            boolean latched,
            String settled,
            Verdict expected,
            String why) {
        String[] parts = settled.split("/", -1);
        Counts settledCounts = new Counts(Long.parseLong(parts[0]), Long.parseLong(parts[1]));

        Verdict verdict = Verdict.decide(low, p0, new Counts(exposed, affected), latched, settledCounts);

        assertThat(verdict).as(why).isEqualTo(expected);
    }

    @Test
    void settledCountsThatAreNoPartOfAllAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.decide(0.04, 0.08, new Counts(10, 1), false, new Counts(11, 1)))
                .withMessageContaining("settled counts");
    }

    @Test
    void anImpossibleNullIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.decide(null, 1.0, new Counts(10, 1), false, Counts.ZERO))
                .withMessageStartingWith("p0 must lie strictly between 0 and 1");
    }

    @Test
    void anImpossibleLowerEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.decide(Double.NaN, 0.08, new Counts(10, 1), false, Counts.ZERO))
                .withMessageStartingWith("the range's lower end");
    }
}
