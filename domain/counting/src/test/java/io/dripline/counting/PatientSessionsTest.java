package io.dripline.counting;

import static io.dripline.counting.SessionExample.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientSessionsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 2", "1, 1, 2, 1", "1, 9, 2, 1"})
    void theHighestVersionThenCodingRevisionIsKept(int version, int revision, int higherVersion, int higherRevision) {
        CountedSession lower = session(1).state(version, revision).counted();
        CountedSession higher = session(1).state(higherVersion, higherRevision).counted();

        assertThat(PatientSessions.NONE.with(lower).with(higher).latest()).containsExactly(higher);
        assertThat(PatientSessions.NONE.with(higher).with(lower).latest()).containsExactly(higher);
    }

    @Test
    void aDuplicateChangesNothing() {
        var known = PatientSessions.NONE.with(session(1).counted());

        assertThat(known.covers(session(1).counted())).isTrue();
        assertThat(known.with(session(1).counted())).isEqualTo(known);
    }

    @Test
    void aWithdrawnSessionRejectsLowerVersions() {
        var withdrawn =
                PatientSessions.NONE.with(session(1).state(2, 1).withdrawn().counted());

        assertThat(withdrawn.with(session(1).counted())).isEqualTo(withdrawn);
        assertThat(withdrawn.latest())
                .singleElement()
                .extracting(CountedSession::active)
                .isEqualTo(false);
    }

    @Test
    void aSessionOfAnotherPatientIsRefused() {
        var known = PatientSessions.NONE.with(session(1).counted());
        SessionExample moved = session(1).state(2, 1);
        moved.patient = "b2";

        assertThatThrownBy(() -> known.with(moved.counted()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "session 00000000-0000-4000-0000-000000000001: expected the patient of the other sessions, found another");
    }

    @Test
    void aSessionOfAnotherClinicIsRefused() {
        var known = PatientSessions.NONE.with(session(1).counted());
        SessionExample moved = session(1).state(2, 1);
        moved.clinic = "clinic-south";

        assertThatThrownBy(() -> known.with(moved.counted()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "expected the clinic of the patient's other sessions, which never changes, found another");
    }
}
