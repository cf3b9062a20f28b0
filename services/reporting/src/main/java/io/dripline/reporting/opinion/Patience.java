package io.dripline.reporting.opinion;

import java.time.Duration;

/** How long one request waits, in all, for numbers that are still being computed. */
public record Patience(long untilNanos) {

    /** From now on. */
    public static Patience of(Duration longest) {
        return new Patience(System.nanoTime() + longest.toNanos());
    }

    /** What is left of it, 0 or more. */
    long leftNanos() {
        return Math.max(0, untilNanos - System.nanoTime());
    }
}
