package io.dripline.door;

import java.util.concurrent.atomic.AtomicInteger;

/** How many requests of one caller are under way, up to a limit. */
final class UnderWay {

    private final int most;
    private final AtomicInteger count = new AtomicInteger();

    /** @param most that may be under way at the same time, 1 or more */
    UnderWay(int most) {
        this.most = most;
    }

    /** Whether one more may begin; then {@link #end} is owed. */
    boolean begin() {
        if (count.incrementAndGet() <= most) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    /** One that began is over. */
    void end() {
        count.decrementAndGet();
    }
}
