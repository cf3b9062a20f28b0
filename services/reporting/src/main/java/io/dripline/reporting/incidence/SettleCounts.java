package io.dripline.reporting.incidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Tells that counts are whole, and measures how long judging them takes. */
@ApplicationScoped
class SettleCounts {

    private final Event<CountsSettled> countsSettled;
    private final Event<CountsAtRest> countsAtRest;
    private final IncidenceMetrics metrics;

    SettleCounts(Event<CountsSettled> countsSettled, Event<CountsAtRest> countsAtRest, IncidenceMetrics metrics) {
        this.countsSettled = countsSettled;
        this.countsAtRest = countsAtRest;
        this.metrics = metrics;
    }

    void settle(Handle handle, boolean everything, TouchedCells touched) {
        long began = System.nanoTime();
        countsSettled.fire(new CountsSettled(handle, everything, touched));
        metrics.judged(Duration.ofNanos(System.nanoTime() - began));
    }

    /** Between two cuts. */
    void rest(Handle handle) {
        countsAtRest.fire(new CountsAtRest(handle));
    }
}
