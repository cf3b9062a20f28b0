package io.dripline.contracts.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.RefusedRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

    private static final DeadLetter LETTER = new DeadLetter(
            "t.v1",
            3,
            17,
            Instant.parse("2026-11-22T01:02:03.004Z"),
            new ProcessingService("incidence", "0.1.0"),
            DeadLetterCause.BROKEN_INVARIANT,
            "version: expected 1 or more, found 0");

    @Test
    void readsTheHeadersThatItWrites() {
        assertThat(DeadLetter.of(LETTER.headers()::get)).contains(LETTER);
    }

    @Test
    void namesTheHeadersAsTheyWereNamedBefore() {
        assertThat(LETTER.headers())
                .extractingFromEntries(
                        header -> header.getKey() + "=" + new String(header.getValue(), StandardCharsets.UTF_8))
                .containsExactly(
                        "dead-letter-topic=t.v1",
                        "dead-letter-partition=3",
                        "dead-letter-offset=17",
                        "dead-letter-timestamp=1795309323004",
                        "dead-letter-service=incidence",
                        "dead-letter-service-version=0.1.0",
                        "dead-letter-cause=BROKEN_INVARIANT",
                        "dead-letter-message=version: expected 1 or more, found 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {DeadLetter.TOPIC, DeadLetter.OFFSET, DeadLetter.TIMESTAMP, DeadLetter.CAUSE})
    void takesNothingElseForADeadLetter(String header) {
        Map<String, byte[]> foreign = LETTER.headers();
        foreign.put(header, "?".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> incomplete = LETTER.headers();
        incomplete.remove(header);

        assertThat(DeadLetter.of(incomplete::get)).isEmpty();
        assertThat(DeadLetter.of(foreign::get).isEmpty()).isEqualTo(!header.equals(DeadLetter.TOPIC));
    }

    @Test
    void repeatsWhatWasRefusedKnowinglyAndNothingOfADefect() {
        var refused = new RefusedRecordException(DeadLetterCause.UNREADABLE, "expected this, found that");
        var defect = new IllegalStateException("felt floaty");

        assertThat(DeadLetter.causeOf(refused)).isEqualTo(DeadLetterCause.UNREADABLE);
        assertThat(DeadLetter.messageOf(refused)).isEqualTo("expected this, found that");
        assertThat(DeadLetter.causeOf(defect)).isEqualTo(DeadLetterCause.SERVICE_FAILED);
        assertThat(DeadLetter.messageOf(defect))
                .contains("IllegalStateException")
                .doesNotContain("floaty");
    }
}
