package io.dripline.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;

/** Buckets of tokens that fill steadily and need no lock. */
final class Buckets {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private Buckets() {}

    /**
     * A full one.
     *
     * @param atOnce what it holds, 1 or more
     * @param perSecond what flows in, 1 or more
     */
    static Bucket of(int atOnce, int perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withSynchronizationStrategy(SynchronizationStrategy.LOCK_FREE)
                .build();
    }

    /** For Retry-After: whole seconds, 1 or more. */
    static long secondsUntil(ConsumptionProbe refused) {
        return Math.max(1, Math.ceilDiv(refused.getNanosToWaitForRefill(), SECOND));
    }
}
