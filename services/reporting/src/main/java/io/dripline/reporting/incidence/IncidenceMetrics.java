package io.dripline.reporting.incidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;

/** What the consumer did since this instance started. */
@Startup
@Singleton
class IncidenceMetrics {

    private final Counter applied;
    private final Timer settling;
    private final Timer reportToRate;

    /** From what is asked of the line (250 and 600 ms) to what an operator must hear of. */
    private static final Duration[] STEPS = Stream.of(
                    100, 250, 600, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    IncidenceMetrics(MeterRegistry registry, @Readiness FollowingStatus following) {
        Gauge.builder("dripline.incidence.followed", following, status -> status.isFollowed() ? 1 : 0)
                .description(
                        "1 while the counts follow their topic, by this instance or another; 0 while they stand still")
                .register(registry);
        applied = Counter.builder("dripline.incidence.records.applied")
                .description("records of the incidence topic applied, repeats included")
                .register(registry);
        settling = Timer.builder("dripline.incidence.judging")
                .description("time to judge after a consistent cut")
                .register(registry);
        reportToRate = Timer.builder("dripline.report.to.rate")
                .description(
                        "from when intake received a report, by its clock, to when its count was stored to be shown, by ours")
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** @param received when the reports were received whose counts are committed now; of the generation that is shown */
    void counted(List<Instant> received) {
        Instant now = Instant.now();
        // A clock that is behind intake's would make less than nothing of it, which no timer takes.
        received.forEach(at -> reportToRate.record(at.isBefore(now) ? Duration.between(at, now) : Duration.ZERO));
    }

    void applied(int records) {
        applied.increment(records);
    }

    void judged(Duration duration) {
        settling.record(duration);
    }
}
