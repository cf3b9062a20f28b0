package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The own beta tails against Apache Commons where that is strong, and against exact sums where it underflows. */
class CutBetaTest {

    private static final MathContext DIGITS = new MathContext(40);

    @Property
    void agreesWithCommonsWhereNothingUnderflows(
            @ForAll @Scale(9) @DoubleRange(min = 0.05, max = 3000) double a,
            @ForAll @Scale(9) @DoubleRange(min = 0.05, max = 3000) double b,
            @ForAll @Scale(9) @DoubleRange(min = 0.000001, max = 0.999999) double p) {
        double below = CutBeta.at(p, a, b).below();

        double commons = RegularizedBeta.value(p, a, b);
        assertThat(below).isCloseTo(commons, within(1e-10 * commons + 1e-300));
    }

    @Property
    void theLogarithmsBelowAndAboveAddUpToTheWhole(
            @ForAll @Scale(9) @DoubleRange(min = 0.05, max = 1e6) double a,
            @ForAll @Scale(9) @DoubleRange(min = 0.05, max = 1e6) double b,
            @ForAll @Scale(9) @DoubleRange(min = 0.000001, max = 0.999999) double p) {
        CutBeta cut = CutBeta.at(p, a, b);

        double sum = Math.exp(cut.lnBelow() - cut.lnWhole()) + Math.exp(cut.lnAbove() - cut.lnWhole());

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 200)
    void theExactTailIsTheExactSum(
            @ForAll @IntRange(min = 1, max = 150) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @IntRange(min = 1, max = 999) int perMille) {
        int affected = (int) Math.round(share * exposed);
        double p0 = perMille / 1000.0;

        double tail = ExactTail.upper(new Counts(exposed, affected), p0);

        double exact = binomialSum(exposed, affected, exposed, p0).doubleValue();
        assertThat(tail).isCloseTo(exact, within(1e-12 * exact + 1e-300));
    }

    /** With Beta(1, 1), 1 - I_p0(x + 1, n - x + 1) is P(X <= x) for X ~ Binomial(n + 1, p0): E is then a finite sum. */
    @Property(tries = 200)
    void eIsTheExactSumForAFlatPrior(
            @ForAll @IntRange(min = 1, max = 150) int exposed,
            @ForAll @Scale(9) @DoubleRange(max = 1) double share,
            @ForAll @IntRange(min = 1, max = 999) int perMille) {
        int affected = (int) Math.round(share * exposed);
        double p0 = perMille / 1000.0;

        double lnE = new EProcess(p0, new BetaPrior(1, 1)).lnE(new Counts(exposed, affected));

        BigDecimal p = new BigDecimal(p0);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal beta = BigDecimal.ONE.divide(
                new BigDecimal(choose(exposed, affected)).multiply(BigDecimal.valueOf(exposed + 1L)), DIGITS);
        BigDecimal exact = beta.multiply(binomialSum(exposed + 1, 0, affected, p0))
                .divide(q, DIGITS)
                .divide(p.pow(affected, DIGITS), DIGITS)
                .divide(q.pow(exposed - affected, DIGITS), DIGITS);
        assertThat(lnE).isCloseTo(ln(exact), within(1e-11));
    }

    private static BigDecimal binomialSum(int n, int from, int to, double p0) {
        BigDecimal p = new BigDecimal(p0);
        BigDecimal q = BigDecimal.ONE.subtract(p);
        BigDecimal sum = BigDecimal.ZERO;
        for (int x = from; x <= to; x++) {
            sum = sum.add(
                    new BigDecimal(choose(n, x)).multiply(p.pow(x, DIGITS)).multiply(q.pow(n - x, DIGITS), DIGITS));
        }
        return sum;
    }

    private static BigInteger choose(int n, int k) {
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }

    private static double ln(BigDecimal value) {
        int exponent = value.precision() - value.scale();
        return Math.log(value.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
    }
}
