package io.dripline.reporting.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadReasonTest {

    private final Violations violations = new Violations();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The charts of 2026-11-22 were looked at.",
                "Two nurses counted anew on 3 March 2026, as in 2026-W10.",
                "A new checklist since 01/02/2026"
            })
    void daysOfWhatWasDoneMayStandThere(String reason) {
        assertThat(ReadReason.from(violations, reason)).isEqualTo(reason);
        assertThat(Violations.namedBy(violations.problem())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mrs Hippolyta Smith said so",
                "born 12/03/1961",
                "ask hippo@example.org",
                "MRN 7788991 was counted twice"
            })
    void whoSomebodyIsMayNot(String reason) {
        ReadReason.from(violations, reason);

        assertThat(Violations.namedBy(violations.problem())).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("reason");
            assertThat(violation.message()).doesNotContain("Hippolyta", "1961", "hippo", "7788991");
        });
    }
}
