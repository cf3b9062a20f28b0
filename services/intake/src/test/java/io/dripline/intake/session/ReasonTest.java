package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void readsAHeaderSentAsUtf8() {
        String bytesAsCharacters =
                new String("Größe geprüft".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Reason.of(bytesAsCharacters)).isEqualTo("Größe geprüft");
    }

    @Test
    void readsAHeaderSentAsLatin1() {
        assertThat(Reason.of(" Größe geprüft ")).isEqualTo("Größe geprüft");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a\u0007b"})
    void refusesWhatIsNoReason(String header) {
        assertThatThrownBy(() -> Reason.of(header)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void refusesAnEssay() {
        assertThatThrownBy(() -> Reason.of("x".repeat(501))).isInstanceOf(HttpProblem.class);
    }
}
