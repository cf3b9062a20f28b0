package io.dripline.reporting.incidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the consumer did since this instance started. */
@Singleton
class IncidenceMetrics {

    private final Counter applied;
    private final Timer settling;

    IncidenceMetrics(MeterRegistry registry) {
        applied = Counter.builder("dripline.incidence.records.applied")
                .description("records of the incidence topic applied, repeats included")
                .register(registry);
        settling = Timer.builder("dripline.incidence.judging")
                .description("time to judge after a consistent cut")
                .register(registry);
    }

    void applied(int records) {
        applied.increment(records);
    }

    void judged(Duration duration) {
        settling.record(duration);
    }
}
