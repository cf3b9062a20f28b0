package io.dripline.reporting.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to try again: after pauses that double up to a longest one, each a fifth shorter or longer at random, so that
 * recipients that failed together are not tried together for ever.
 *
 * @param patience how long one delivery is tried again
 * @param chance uniform in [0, 1)
 */
record BackOff(Duration firstPause, Duration longestPause, Duration patience, DoubleSupplier chance) {

    private static final double SPREAD = 0.2;
    private static final int ENOUGH_DOUBLINGS = 30;

    BackOff {
        if (!firstPause.isPositive() || firstPause.compareTo(longestPause) > 0) {
            throw new IllegalArgumentException(
                    "dripline.notifications.first-pause: expected above 0 and at most longest-pause, found "
                            + firstPause);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("dripline.notifications.patience: expected above 0, found " + patience);
        }
    }

    /**
     * The time of the next try; empty if it would come too late.
     *
     * @param failures in a row, this one included: 1 or more
     */
    Optional<Instant> next(int failures, Instant waitingSince, Instant now) {
        Instant next = now.plus(pause(failures));
        return next.isAfter(waitingSince.plus(patience)) ? Optional.empty() : Optional.of(next);
    }

    private Duration pause(int failures) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, ENOUGH_DOUBLINGS));
        Duration pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        double factor = 1 - SPREAD + 2 * SPREAD * chance.getAsDouble();
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
