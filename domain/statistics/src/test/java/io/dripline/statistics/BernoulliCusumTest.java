package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BernoulliCusumTest {

    /** The exact run length against 20,000 simulated runs; the bound is five standard errors. */
    @ParameterizedTest
    @CsvSource({"0.08, 2, 2, 0.08", "0.08, 2, 2, 0.15", "0.3, 1.5, 1, 0.3", "0.02, 3, 2.5, 0.06", "0.9, 2, 1, 0.9"})
    void simulatedRunsAgree(double p0, double oddsRatio, double limit, double p) {
        BernoulliCusum cusum = new BernoulliCusum(p0, oddsRatio, limit);
        int runs = 20_000;
        Random random = new Random(20261122);
        double sum = 0;
        double square = 0;
        for (int run = 0; run < runs; run++) {
            long length = 0;
            for (double s = 0; s < limit; length++) {
                s = cusum.after(s, random.nextDouble() < p);
            }
            sum += length;
            square += (double) length * length;
        }

        double exact = cusum.runLength(p);

        double mean = sum / runs;
        assertThat(exact).isCloseTo(mean, within(5 * Math.sqrt((square / runs - mean * mean) / runs)));
    }

    @Test
    void aLimitThatOneEventReachesIsTheWaitForIt() {
        double length = new BernoulliCusum(0.01, 2, 0.1).runLengthInControl();

        assertThat(length).isCloseTo(100, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 2, 10", "0.999, 100, 10", "0.01, 1.2, 10", "0.5, 1.2, 10"})
    void theEndsOfTheRangesAreAnswered(double p0, double oddsRatio, double limit) {
        BernoulliCusum cusum = new BernoulliCusum(p0, oddsRatio, limit);

        assertThat(cusum.runLengthInControl()).isFinite().isGreaterThan(cusum.runLengthShifted());
    }

    @Test
    void anUnaffectedExposureNeverBringsItBelowZero() {
        BernoulliCusum cusum = new BernoulliCusum(0.08, 2, 4);

        assertThat(cusum.after(0.01, false)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-0.1"})
    void aSumThatCannotBeIsRefused(double sum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BernoulliCusum(0.08, 2, 4).after(sum, true))
                .withMessageStartingWith("S must be 0 or more");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 4, p0 must lie in 0.001",
        "1, 2, 4, p0 must lie in 0.001",
        "NaN, 2, 4, p0 must lie in 0.001",
        "0.08, 1, 4, the odds ratio must lie in 1.2",
        "0.08, NaN, 4, the odds ratio must lie in 1.2",
        "0.08, 2, 0, the limit h must be above 0",
        "0.08, 2, 11, the limit h must be above 0"
    })
    void whatCannotBeIsRefused(double p0, double oddsRatio, double limit, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BernoulliCusum(p0, oddsRatio, limit))
                .withMessageStartingWith(culprit);
    }
}
