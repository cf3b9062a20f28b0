package io.dripline.reporting.notification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A way to a recipient of which a test says only what happens. */
@FunctionalInterface
interface ToldOnly extends Channel {

    @Override
    default Duration longest() {
        return Duration.ofSeconds(10);
    }

    /** Takes all and notes it. */
    static ToldOnly telling(List<UUID> told) {
        return (delivery, notice) -> {
            told.add(delivery.id());
            return new Outcome.Delivered();
        };
    }

    /** Refuses all and notes it. */
    static ToldOnly failing(List<UUID> tried) {
        return (delivery, notice) -> {
            tried.add(delivery.id());
            return new Outcome.Failed("answered 503");
        };
    }
}
