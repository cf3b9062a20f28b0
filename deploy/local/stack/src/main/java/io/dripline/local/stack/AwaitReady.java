package io.dripline.local.stack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * How long a part may take: asked again and again until it is ready, has ended or the time is over.
 *
 * @param limit the longest time to wait
 * @param pause the time between two questions
 */
record AwaitReady(Duration limit, Duration pause, InstantSource clock) {

    /** What became of a part that was waited for. */
    enum Outcome {
        READY,
        ENDED,
        TOO_SLOW
    }

    /** Five minutes: a first start on a slow, busy machine is still a start. */
    static final AwaitReady PATIENTLY =
            new AwaitReady(Duration.ofMinutes(5), Duration.ofMillis(100), InstantSource.system());

    AwaitReady {
        if (limit.isNegative() || pause.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " and pause " + pause + " must not be negative");
        }
    }

    Outcome until(ReadyCheck check, BooleanSupplier alive) throws InterruptedException {
        var end = clock.instant().plus(limit);
        while (true) {
            if (!alive.getAsBoolean()) {
                return Outcome.ENDED;
            }
            if (check.ready()) {
                return Outcome.READY;
            }
            if (clock.instant().isAfter(end)) {
                return Outcome.TOO_SLOW;
            }
            Thread.sleep(pause);
        }
    }
}
