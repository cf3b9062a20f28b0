package io.dripline.contracts.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dripline.contracts.coding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void aTermCountsForAnyItsCategoryItselfAndItsUnions() {
        assertThat(Measures.standard().of(Category.GI, "vomiting"))
                .containsExactlyInAnyOrder("ANY", "GI", "vomiting", "nausea-or-vomiting");
    }

    @Test
    void aTermInNoUnionCountsForThreeMeasures() {
        assertThat(Measures.standard().of(Category.OTHER, "itchy-elbow"))
                .containsExactlyInAnyOrder("ANY", "OTHER", "itchy-elbow");
    }

    @Test
    void refusesALineThatLacksAColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measures.parse(List.of("# comment", "a\t1\tA\tx", "b\t1\tB")))
                .withMessageContaining("line 3");
    }

    @Test
    void refusesAMeasureThatIsDefinedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measures.parse(List.of("a\t1\tA\tx", "a\t1\tA\ty")))
                .withMessageContaining("defined twice: a");
    }
}
