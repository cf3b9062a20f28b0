package io.dripline.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private long now;
    private final Standing standing = new Standing(PATIENCE, () -> now);

    @Test
    void whatStandsThoughMoreWaitsIsStuckAfterItsPatience() {
        standing.seen("a", true);
        after(PATIENCE);
        standing.seen("a", true);
        assertThat(standing.isStuck()).isFalse();

        after(Duration.ofSeconds(1));

        assertThat(standing.isStuck()).isTrue();
        assertThat(standing.time()).isEqualTo(PATIENCE.plusSeconds(1));
    }

    @Test
    void whatMovesIsNotStuckHoweverMuchWaits() {
        standing.seen("a", true);
        after(PATIENCE);
        standing.seen("b", true);
        after(PATIENCE);

        assertThat(standing.isStuck()).isFalse();
    }

    @Test
    void whatHasNothingToDoDoesNotStand() {
        standing.seen("a", false);
        after(PATIENCE.multipliedBy(5));

        assertThat(standing.time()).isZero();
    }

    /** Time without work does not count once work comes. */
    @Test
    void itStandsFromWhenSomethingWaits() {
        standing.seen("a", false);
        after(PATIENCE.multipliedBy(5));
        standing.seen("a", true);
        after(Duration.ofSeconds(3));

        assertThat(standing.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatNobodyCanSeeIsNotStuck() {
        standing.seen("a", true);
        after(PATIENCE.plusSeconds(1));

        standing.unseen();

        assertThat(standing.isStuck()).isFalse();
    }

    /** Otherwise a broker that goes away every minute would keep what is stuck from ever being told. */
    @Test
    void aLookThatFailsNowAndThenDoesNotSetTheTimeBack() {
        standing.seen("a", true);
        after(PATIENCE.minusSeconds(5));
        standing.unseen();
        after(Duration.ofSeconds(10));

        standing.seen("a", true);

        assertThat(standing.isStuck()).isTrue();
        assertThat(standing.time()).isEqualTo(PATIENCE.plusSeconds(5));
    }

    /** After a long outage it needs a moment before anything can move. */
    @Test
    void whatWasNotSeenForLongBeginsAnew() {
        standing.seen("a", true);
        standing.unseen();
        after(PATIENCE);
        standing.unseen();
        after(Duration.ofSeconds(1));

        standing.seen("a", true);

        assertThat(standing.time()).isZero();
    }

    @Test
    void aPatienceOfNothingIsRefused() {
        assertThatThrownBy(() -> new Standing(Duration.ZERO))
                .hasMessageContaining("dripline.progress.patience")
                .hasMessageContaining("PT0S");
    }

    private void after(Duration time) {
        now += time.toNanos();
    }
}
