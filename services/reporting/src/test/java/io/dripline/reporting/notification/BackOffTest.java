package io.dripline.reporting.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void pausesDoubleUpToTheLongest() {
        List<Long> seconds = new ArrayList<>();
        for (int failures : new int[] {1, 2, 3, 10, 11, 40, 10_000}) {
            Instant next = backOff(0.5).next(failures, NOON, NOON).orElseThrow();
            seconds.add(Duration.between(NOON, next).toSeconds());
        }

        assertThat(seconds).containsExactly(5L, 10L, 20L, 2560L, 3600L, 3600L, 3600L);
    }

    @Test
    void eachIsUpToAFifthShorterOrLonger() {
        assertThat(backOff(0).next(1, NOON, NOON)).contains(NOON.plusSeconds(4));
        assertThat(backOff(0.999_999).next(1, NOON, NOON)).contains(NOON.plusSeconds(6));
    }

    @Test
    void isOverWhenTheNextTryWouldComeAfterADay() {
        Instant almost = NOON.plus(Duration.ofHours(23));

        assertThat(backOff(0.5).next(11, NOON, almost)).contains(NOON.plus(Duration.ofHours(24)));
        assertThat(backOff(0.5).next(11, NOON, almost.plusMillis(1))).isEqualTo(Optional.empty());
    }

    @Test
    void refusesPausesThatMakeNoSense() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(24), () -> 0))
                .hasMessageContaining("first-pause");
        assertThatThrownBy(() -> new BackOff(Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(24), () -> 0))
                .hasMessageContaining("first-pause");
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ZERO, () -> 0))
                .hasMessageContaining("patience");
    }

    private static BackOff backOff(double chance) {
        return new BackOff(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(24), () -> chance);
    }
}
