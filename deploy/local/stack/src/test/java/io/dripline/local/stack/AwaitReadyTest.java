package io.dripline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.local.stack.AwaitReady.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitReadyTest {

    private final AtomicInteger asked = new AtomicInteger();

    /** Each look at the clock finds it a second later. */
    private final AtomicInteger seconds = new AtomicInteger();

    private final AwaitReady tenSeconds = new AwaitReady(
            Duration.ofSeconds(10), Duration.ZERO, () -> Instant.ofEpochSecond(seconds.incrementAndGet()));

    @Test
    void asksUntilThePartIsReady() throws InterruptedException {
        // When
        var outcome = tenSeconds.until(() -> asked.incrementAndGet() == 3, () -> true);

        // Then
        assertThat(outcome).isEqualTo(Outcome.READY);
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws InterruptedException {
        // When
        var outcome = tenSeconds.until(() -> asked.incrementAndGet() > 1000, () -> true);

        // Then
        assertThat(outcome).isEqualTo(Outcome.TOO_SLOW);
        assertThat(asked.get()).isBetween(9, 12);
    }

    @Test
    void stopsAtOnceWhenTheProcessHasEnded() throws InterruptedException {
        // When
        var outcome = tenSeconds.until(() -> asked.incrementAndGet() > 1000, () -> asked.get() < 2);

        // Then
        assertThat(outcome).isEqualTo(Outcome.ENDED);
        assertThat(asked).hasValue(2);
    }
}
