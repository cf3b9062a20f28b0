package io.dripline.progress;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookRegularlyTest {

    @Test
    void whateverALookThrowsTheOthersAndTheNextRoundGoOn() {
        AtomicInteger failing = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        LookRegularly.Look bad = () -> {
            failing.incrementAndGet();
            throw new AssertionError("as the worst would");
        };

        try (var looking = new LookRegularly(Duration.ofMillis(5), List.of(bad, other::incrementAndGet))) {
            await().until(() -> failing.get() > 2 && other.get() > 2);
        }
    }
}
