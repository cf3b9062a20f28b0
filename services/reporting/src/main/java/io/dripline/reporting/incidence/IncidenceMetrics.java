package io.dripline.reporting.incidence;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What the consumer did since this instance started. */
@Singleton
class IncidenceMetrics {

    private final Counter applied;
    private final Map<DeadLetterCause, Counter> dead = new EnumMap<>(DeadLetterCause.class);
    private final Timer settling;

    IncidenceMetrics(MeterRegistry registry) {
        applied = Counter.builder("dripline.incidence.records.applied")
                .description("records of the incidence topic applied, repeats included")
                .register(registry);
        for (DeadLetterCause cause : DeadLetterCause.values()) {
            dead.put(
                    cause,
                    Counter.builder("dripline.dead.letters")
                            .description("Records that could not be processed, by topic and cause")
                            .tag("topic", Topics.INCIDENCE)
                            .tag("cause", cause.name())
                            .register(registry));
        }
        settling = Timer.builder("dripline.incidence.judging")
                .description("time to judge after a consistent cut")
                .register(registry);
    }

    void applied(int records) {
        applied.increment(records);
    }

    void dead(DeadLetterCause cause) {
        Objects.requireNonNull(dead.get(cause)).increment();
    }

    void judged(Duration duration) {
        settling.record(duration);
    }
}
