package io.dripline.reporting.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

class PrepareSecondOpinionsTest {

    /** What begins half a minute behind the start must not begin behind the stop. */
    @Test
    void aStopLeavesNothingToBegin() {
        var prepare = new PrepareSecondOpinions(null, null, null, null, null);
        prepare.prepareSoon(new StartupEvent());
        assertThat(prepare.waits()).isTrue();

        prepare.stop(new ShutdownEvent());

        await().until(() -> !prepare.waits());
    }
}
