package io.dripline.reporting.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = new Violations();

    @Test
    void tellsAHundredOfThousands() {
        for (int i = 0; i < 5_000; i++) {
            violations.broken("field-" + i, "expected less");
        }

        assertThat(Violations.namedBy(violations.problem())).hasSize(100);
    }

    @Test
    void whatCannotBeReadMakesIt400EvenBehindTheHundred() {
        for (int i = 0; i < 100; i++) {
            violations.broken("field-" + i, "expected less");
        }
        violations.malformed("last", "expected a number");

        HttpProblem problem = violations.problem();

        assertThat(problem.getStatusCode()).isEqualTo(400);
        assertThat(Violations.namedBy(problem)).hasSize(100);
    }

    @Test
    void whatBreaksRulesAloneIs422AndSorted() {
        violations.broken("b", "second");
        violations.broken("a", "first");

        HttpProblem problem = violations.problem();

        assertThat(problem.getStatusCode()).isEqualTo(422);
        assertThat(Violations.namedBy(problem))
                .containsExactly(new Violations.Violation("a", "first"), new Violations.Violation("b", "second"));
    }
}
