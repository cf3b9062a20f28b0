package io.dripline.counting;

import static io.dripline.counting.SessionExample.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CountedSessionTest {

    @Test
    void whatIsNotStatedIsUnstated() {
        SessionExample example = session(1);
        example.formulation = null;
        example.indication = null;
        example.plannedDose = null;

        assertThat(example.counted().cell().key())
                .isEqualTo("SESSION|2026-W47|clinic-north|INTRAVENOUS|UNSTATED|SINGLE|UNSTATED|UNSTATED|CHECKLIST");
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                without("id", example -> example.id = null),
                without("status", example -> example.status = null),
                without("clinic", example -> example.clinic = null),
                without("patient", example -> example.patient = null),
                without("firstReceivedAt", example -> example.firstReceivedAt = null),
                without("attributes.startedAt", example -> example.startedAt = null),
                without("attributes.route", example -> example.route = null),
                without("attributes.ascertainment", example -> example.ascertainment = null));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void aMissingFieldIsNamed(String field, Consumer<SessionExample> leaveOut) {
        SessionExample example = session(1);
        leaveOut.accept(example);

        assertThatThrownBy(example::counted)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(field + ": expected a value, found none");
    }

    @Test
    void aClinicWithABarIsRefusedBecauseTheCellsKeyCouldNotBeReadBack() {
        SessionExample example = session(1);
        example.clinic = "north|south";

        assertThatThrownBy(example::counted).hasMessage("clinic: expected a name without a bar, found one");
    }

    private static Arguments without(String field, Consumer<SessionExample> leaveOut) {
        return Arguments.of(field, leaveOut);
    }
}
