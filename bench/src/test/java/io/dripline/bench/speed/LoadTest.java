package io.dripline.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static Client client(Runnable asks) {
        return new Client() {
            @Override
            public void ask() {
                asks.run();
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void clientsDoAsManyRequestsTogetherAsWereWanted() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<Client> clients =
                Stream.generate(() -> client(asked::incrementAndGet)).limit(3).toList();

        Measured measured = Load.times(clients, 1000);

        assertThat(asked).hasValue(1000);
        assertThat(measured.done()).isEqualTo(1000);
    }

    /** A hundred are due in a second, and the first holds the only client up for a fifth: twenty fall due meanwhile. */
    @Test
    void requestsThatAreHeldUpHaveWaitedSinceTheyWereDue() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Client heldUp = client(() -> {
            if (asked.getAndIncrement() == 0) {
                long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
            }
        });

        Measured measured = Load.atPace(List.of(heldUp), 100, Duration.ofMillis(400));

        assertThat(measured.done()).isEqualTo(40);
        // Due at 0, 10 ... 100 ms: each waited for 100 ms or longer, to the histogram's three digits.
        assertThat(measured.micros().getCountBetweenValues(99_900, Long.MAX_VALUE))
                .isGreaterThanOrEqualTo(11);
    }

    @Test
    void nothingIsAskedBeforeItIsDue() throws Exception {
        Measured measured = Load.atPace(List.of(client(() -> {}), client(() -> {})), 100, Duration.ofMillis(200));

        assertThat(measured.done()).isEqualTo(20);
        assertThat(measured.seconds()).isGreaterThanOrEqualTo(0.19);
    }

    @Test
    void aClientThatFailsEndsTheLoad() {
        Client failing = client(() -> {
            throw new IllegalStateException("expected 201, intake answered 503");
        });

        assertThatThrownBy(() -> Load.atFullSpeed(List.of(client(() -> {}), failing), Duration.ofMinutes(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected 201, intake answered 503");
    }
}
