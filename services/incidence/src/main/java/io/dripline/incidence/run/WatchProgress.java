package io.dripline.incidence.run;

import io.dripline.contracts.Topics;
import io.dripline.incidence.count.IncidenceConfig;
import io.dripline.progress.LookRegularly;
import io.dripline.progress.ProgressConfig;
import io.dripline.progress.Standing;
import io.dripline.progress.WaitingRecords;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what waits to be counted. Down while something does and none of it moves, and while Kafka Streams does not come to run:
 * the check of its own extension takes one that rebalances for ever, or a thread that hangs, for well.
 */
@Default // a check alone has no name to be asked for by
@Wellness
@Singleton
class WatchProgress implements HealthCheck {

    private final KafkaStreams streams;
    private final WaitingRecords coded;
    private final Standing notRunning;
    private final ProgressConfig config;
    private @Nullable LookRegularly looking;

    WatchProgress(
            KafkaStreams streams,
            ProgressConfig config,
            IncidenceConfig incidence,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String group,
            MeterRegistry metrics) {
        this.streams = streams;
        this.config = config;
        notRunning = new Standing(config.patience());
        coded = new WaitingRecords(
                kafka, Topics.SESSIONS_CODED, WaitingRecords.byGroup(group), metrics, config.patience());
        Gauge.builder("dripline.incidence.running", streams, s -> isRunning(s) ? 1 : 0)
                .description("1 while Kafka Streams runs; 0 while it starts, restores, rebalances or has ended")
                .register(metrics);
        Gauge.builder("dripline.incidence.generation", incidence, IncidenceConfig::generation)
                .description("The generation that is counted")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        looking = new LookRegularly(config.interval(), List.of(this::lookAtStreams, coded));
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.close();
        }
        coded.close();
    }

    private void lookAtStreams() {
        notRunning.seen("not running", !isRunning(streams));
    }

    private static boolean isRunning(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Sessions are counted")
                .status(!coded.areStuck() && !notRunning.isStuck())
                .withData("state", streams.state().name());
        if (notRunning.isStuck()) {
            answer.withData("failure", "Kafka Streams does not come to run; the log says why, if it is known");
        } else if (coded.areStuck()) {
            answer.withData("failure", "coded sessions wait, and none is counted by any instance");
        }
        return answer.build();
    }
}
