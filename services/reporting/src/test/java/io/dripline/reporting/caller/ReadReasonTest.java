package io.dripline.reporting.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadReasonTest {

    private final Violations violations = new Violations();

    /** Browsers end lines by two characters, other senders by one or the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Looked at:\r\n\r\n- charts\r\n- tallies\r\n",
                "Looked at:\n\n- charts\n- tallies",
                "\rLooked at:\r\r- charts\r- tallies"
            })
    void linesStayLines(String reason) {
        assertThat(ReadReason.from(violations, reason)).isEqualTo("Looked at:\n\n- charts\n- tallies");
        assertThat(Violations.namedBy(violations.problem())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\tb", "a\u001bb", "a\u0085b", "a\u202eb", "a\ud800b"})
    void otherControlCharactersAreRefused(String reason) {
        ReadReason.from(violations, reason);

        assertThat(Violations.namedBy(violations.problem()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .isEqualTo("expected well-formed text without control characters other than line ends"));
    }

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
                "Said by Mrs\nHippolyta Smith",
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
