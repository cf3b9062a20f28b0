package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Promise;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccasionTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void theFirstVersionIsAnAlertRaised() {
        assertThat(Occasion.of(null, SomeAlert.raised())).contains(Occasion.RAISED);
    }

    @ParameterizedTest
    @CsvSource({
        "RAISED,       PROVISIONAL, SUPERSEDED,   PROVISIONAL, SUPERSEDED",
        "ACKNOWLEDGED, PROVISIONAL, SUPERSEDED,   NONE,        SUPERSEDED",
        "ASSESSED,     PROVISIONAL, CLOSED,       PROVISIONAL, CLOSED",
        "SUPERSEDED,   PROVISIONAL, CLOSED,       PROVISIONAL, CLOSED",
        "RAISED,       PROVISIONAL, RAISED,       HOLDS,       PROMISE_CHANGED",
        "RAISED,       HOLDS,       ACKNOWLEDGED, NONE,        PROMISE_CHANGED",
        "RAISED,       HOLDS,       ACKNOWLEDGED, HOLDS,",
        "ACKNOWLEDGED, HOLDS,       ASSESSED,     HOLDS,",
        "RAISED,       HOLDS,       RAISED,       HOLDS,"
    })
    void aLaterVersionIsWhatChangedForPeople(
            AlertState state, Promise promise, AlertState next, Promise nextPromise, @Nullable Occasion told) {
        Alert before = SomeAlert.version(ID, 1, state, promise);
        Alert now = SomeAlert.version(ID, 2, next, nextPromise);

        assertThat(Occasion.of(before, now).orElse(null)).isEqualTo(told);
    }
}
