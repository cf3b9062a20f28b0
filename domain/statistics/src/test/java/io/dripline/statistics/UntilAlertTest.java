package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntilAlertTest {

    private static final UntilAlert OF_EIGHT_PER_CENT = new UntilAlert(EProcess.against(0.08), 20);

    @Property
    void theFewestInARowAlertAndOneFewerDoesNot(
            @ForAll @IntRange(max = 5000) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.9) double p0,
            @ForAll @Scale(6) @DoubleRange(min = 1, max = 10_000) double threshold) {
        EProcess process = EProcess.against(p0);
        Counts counts = new Counts(exposed, (long) (share * exposed));

        long further =
                new UntilAlert(process, threshold).ifAllAreAffected(counts).orElseThrow();

        assertThat(process.lnE(counts.plus(new Counts(further, further)))).isGreaterThanOrEqualTo(Math.log(threshold));
        if (further > 0) {
            assertThat(process.lnE(counts.plus(new Counts(further - 1, further - 1))))
                    .isLessThan(Math.log(threshold));
        }
    }

    @Test
    void atTheSameRateAnExcessAlertsInTheEndAndWhatIsNoneNever() {
        Counts excess = new Counts(50, 8);

        long further = OF_EIGHT_PER_CENT.atTheSameRate(excess).orElseThrow();

        assertThat(further).isPositive();
        long exposed = 50 + further;
        assertThat(OF_EIGHT_PER_CENT.process().lnE(new Counts(exposed, (long) (0.16 * exposed))))
                .isGreaterThanOrEqualTo(Math.log(20));
        assertThat(OF_EIGHT_PER_CENT.process().lnE(new Counts(exposed - 1, (long) (0.16 * (exposed - 1)))))
                .isLessThan(Math.log(20));
        assertThat(OF_EIGHT_PER_CENT.atTheSameRate(new Counts(50, 4))).isEmpty();
        assertThat(OF_EIGHT_PER_CENT.atTheSameRate(new Counts(50, 0))).isEmpty();
    }

    /** 0.29 of 200 is 58, though the nearest numbers that a computer has come to a little less. */
    @Test
    void atTheSameRateNoAffectedExposureIsLost() {
        EProcess process = EProcess.against(0.2);
        UntilAlert until = new UntilAlert(process, Math.exp(process.lnE(new Counts(200, 58)) - 1e-9));

        assertThat(until.atTheSameRate(new Counts(100, 29))).hasValue(100);
    }

    @Property
    void atTheSameRateTheLastFurtherExposureMakesTheAlert(
            @ForAll @IntRange(min = 1, max = 400) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.9) double p0) {
        EProcess process = EProcess.against(p0);
        long affected = (long) (share * exposed);

        OptionalLong further = new UntilAlert(process, 20).atTheSameRate(new Counts(exposed, affected));

        if (further.orElse(0) > 0) {
            long then = exposed + further.getAsLong();
            assertThat(process.lnE(new Counts(then, affected * then / exposed))).isGreaterThanOrEqualTo(Math.log(20));
            assertThat(process.lnE(new Counts(then - 1, affected * (then - 1) / exposed)))
                    .isLessThan(Math.log(20));
        }
    }

    @Test
    void whatAlertsAlreadyNeedsNothing() {
        Counts counts = new Counts(50, 30);

        assertThat(OF_EIGHT_PER_CENT.ifAllAreAffected(counts)).hasValue(0);
        assertThat(OF_EIGHT_PER_CENT.atTheSameRate(counts)).hasValue(0);
    }

    @Test
    void whatLiesTooFarOffIsNotTold() {
        UntilAlert hardly = new UntilAlert(EProcess.against(0.999999), 1e300);

        assertThat(hardly.ifAllAreAffected(Counts.ZERO).orElseThrow()).isGreaterThan(100_000_000);
        assertThat(new UntilAlert(EProcess.against(1 - 1e-12), 1e300).ifAllAreAffected(Counts.ZERO))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, Double.NaN, Double.POSITIVE_INFINITY})
    void aThresholdThatIsNoneIsRefused(double threshold) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UntilAlert(EProcess.against(0.1), threshold));
    }

    @Test
    void withoutExposureThereIsNoRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> OF_EIGHT_PER_CENT.atTheSameRate(Counts.ZERO));
    }
}
