package io.dripline.classification.session;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Whether fresh reports are being coded in this instance, for work that has time. */
@Singleton
public class Traffic {

    /** A batch of so many is likely followed by another. */
    private static final int MANY = 50;

    private static final Duration AFTER_MANY = Duration.ofMillis(200);

    private volatile boolean underWay;
    private volatile long busyUntil = System.nanoTime();

    /** A batch, until it is closed. */
    final class Batch implements AutoCloseable {

        private final int count;

        private Batch(int count) {
            this.count = count;
        }

        @Override
        public void close() {
            underWay = false;
            busyUntil = System.nanoTime() + (count >= MANY ? AFTER_MANY.toNanos() : 0);
        }
    }

    Batch begin(int count) {
        underWay = true;
        return new Batch(count);
    }

    /** True while a batch is under way, and for a moment after a large one. */
    public boolean isBusy() {
        return underWay || System.nanoTime() - busyUntil < 0;
    }
}
