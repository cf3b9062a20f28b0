package io.dripline.reporting.notification;

import java.time.Duration;

/** A way to one recipient. Used by one thread at a time. */
interface Channel extends AutoCloseable {

    /** Tries once, and takes no longer than {@link #longest()}. */
    Outcome tell(Delivery delivery, Notice notice) throws InterruptedException;

    /** The longest that a try takes. */
    Duration longest();

    @Override
    default void close() {}
}
