package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ten million exposures, nulls of a millionth, and tails far below the smallest double, against 60-digit arithmetic. */
class FarTailTest {

    @ParameterizedTest(name = "{0}({1}, {2}, {3}, {4}, {5})")
    @CsvFileSource(resources = "far-tails.csv", numLinesToSkip = 1)
    void agreesWithSixtyDigits(
            String method,
            long exposed,
            long affected,
            double p0OrLevel,
            @Nullable Double a,
            @Nullable Double b,
            String expected,
            String tolerance,
            String source) {
        Counts counts = new Counts(exposed, affected);
        double[] wanted = Arrays.stream(expected.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();

        double[] found = switch (method) {
            case "ln_e" -> new double[] {process(p0OrLevel, a, b).lnE(counts)};
            case "exact_tail" -> new double[] {ExactTail.upper(counts, p0OrLevel)};
            case "clopper_pearson" -> {
                Interval interval = ClopperPearson.interval(counts, p0OrLevel);
                yield new double[] {interval.low(), interval.high()};
            }
            default -> throw new IllegalStateException("no test for " + method);
        };

        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).as(source).isCloseTo(wanted[i], offset(tolerance, wanted[i]));
        }
    }

    /**
     * Both priors, nulls of a millionth to 0.97, one to ten million exposures, from none affected over the null itself to
     * five times as many: ln E as 60-digit arithmetic finds it (mpmath 1.3.0, Gauss's continued fraction by Lentz).
     */
    @ParameterizedTest(name = "{1} of {0} against {2}, Beta({3}, {4})")
    @CsvFileSource(resources = "wide-grid.csv", numLinesToSkip = 1)
    void isTheSlowAnswerOverAWideGrid(long exposed, long affected, double p0, double a, double b, double expected) {
        double lnE = new EProcess(p0, new BetaPrior(a, b)).lnE(new Counts(exposed, affected));

        assertThat(lnE).isCloseTo(expected, within(Math.max(1e-11, 1e-13 * Math.abs(expected))));
    }

    private static EProcess process(double p0, @Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? EProcess.against(p0) : new EProcess(p0, new BetaPrior(a, b));
    }

    /** {@code 1e-9} is absolute, {@code 1e-11 relative} a share of the wanted value. */
    private static Offset<Double> offset(String tolerance, double wanted) {
        String[] words = tolerance.split(" ", -1);
        double value = Double.parseDouble(words[0]);
        return within(words.length == 1 ? value : value * Math.abs(wanted));
    }
}
