package io.dripline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EBenjaminiHochbergTest {

    @Test
    void aLaterRankCarriesAnEarlierOne() {
        // 5 / (0.05 k) = 100, 50, 33.3, 25, 20: the first of the three alone would not reach its 100.
        List<Integer> rejected = EBenjaminiHochberg.rejected(ln(1, 60, 0, 34, 55), 0.05);

        assertThat(rejected).containsExactly(1, 3, 4);
    }

    @Property
    void whatIsRejectedIsLargerThanWhatIsNot(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -3, max = 8) Double> lnE,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double alpha) {
        List<Integer> rejected = EBenjaminiHochberg.rejected(lnE, alpha);

        double smallest = rejected.stream().mapToDouble(lnE::get).min().orElse(Double.POSITIVE_INFINITY);
        assertThat(lnE.stream().filter(e -> e >= smallest)).hasSize(rejected.size());
        if (!rejected.isEmpty()) {
            assertThat(Math.exp(smallest) * alpha * rejected.size()).isGreaterThanOrEqualTo(lnE.size() * (1 - 1e-12));
        }
    }

    @Test
    void nothingIsRejectedOfNothing() {
        assertThat(EBenjaminiHochberg.rejected(List.of(), 0.05)).isEmpty();
    }

    @Test
    void whatIsNotANumberIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EBenjaminiHochberg.rejected(List.of(0.0, Double.NaN), 0.05))
                .withMessage("e-value 1 is not a number");
    }

    private static List<Double> ln(double... e) {
        return Arrays.stream(e).map(Math::log).boxed().toList();
    }
}
