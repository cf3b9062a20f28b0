package io.dripline.incidence.count;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.incidence.DefinedMeasure;
import io.dripline.contracts.incidence.Measures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingRuleTest {

    private static final Duration GAP = Duration.ofDays(3);
    private static final CountingRule RULE = new CountingRule(1, measures("nausea", "vomiting"), GAP);

    @Test
    void theSameRuleGoesOn() {
        var same = new CountingRule(1, measures("vomiting", "nausea"), Duration.parse("PT72H"));

        assertThatCode(() -> same.mustBe(RULE.inWords())).doesNotThrowAnyException();
    }

    @Test
    void otherMeasuresCallForANewGeneration() {
        var other = new CountingRule(1, measures("nausea"), GAP);

        assertThatThrownBy(() -> other.mustBe(RULE.inWords()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set dripline.incidence.generation to 2 to count anew");
    }

    @Test
    void anotherCourseGapCallsForANewGeneration() {
        var other = new CountingRule(1, measures("nausea", "vomiting"), GAP.plusHours(1));

        assertThatThrownBy(() -> other.mustBe(RULE.inWords())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGenerationBelowOneIsRefused() {
        assertThatThrownBy(() -> new CountingRule(0, measures("nausea"), GAP))
                .hasMessage("dripline.incidence.generation: expected 1 or more, found 0");
    }

    private static Measures measures(String... terms) {
        return Measures.of(List.of(new DefinedMeasure("union", 1, "Union", List.of(terms))));
    }
}
