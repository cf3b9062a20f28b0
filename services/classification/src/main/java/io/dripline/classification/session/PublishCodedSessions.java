package io.dripline.classification.session;

import io.dripline.contracts.Topics;
import io.dripline.relay.EnsureTopics;
import io.dripline.relay.Relay;
import io.dripline.relay.RelayConfig;
import io.dripline.relay.RelayStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes what was stored, for as long as the service runs; creates the topics first, where they are missing. */
@Wellness
@Singleton
class PublishCodedSessions implements HealthCheck {

    private final Relay relay;
    private final EnsureTopics topics;
    private final Map<String, String> deadLetters;

    PublishCodedSessions(
            DataSource dataSource,
            @Channel("sessions-coded") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "dripline.topics.replication", defaultValue = "-1") int replication,
            @ConfigProperty(name = "dripline.dead-letters.kept", defaultValue = "P90D") Duration kept,
            MeterRegistry metrics) {
        this.relay = new Relay(dataSource, new CodedSessionSource(), emitter, config);
        this.topics = new EnsureTopics(kafka, replication);
        // here, so that a service does not start with less than a day
        this.deadLetters = Topics.deadLetterConfig(kept);
        metrics.more()
                .counter(
                        "dripline.relay.published",
                        List.of(),
                        relay,
                        r -> r.status().published());
        metrics.gauge("dripline.relay.active", relay, r -> r.status().active() ? 1 : 0);
    }

    void start(@Observes StartupEvent started) {
        relay.startAfter(this::createTopics);
    }

    void stop(@Observes ShutdownEvent stopping) {
        relay.close();
    }

    /** The reported table too, so that it does not matter which service starts first. */
    private void createTopics() {
        topics.tablesOfOthers(Topics.SESSIONS_REPORTED);
        topics.tables(Topics.SESSIONS_CODED);
        topics.deadLettersOf(deadLetters, Topics.SESSIONS_REPORTED);
    }

    /** Down while nothing can be published: no matter of readiness, for words are coded and reports stored all the same. */
    @Override
    public HealthCheckResponse call() {
        RelayStatus status = relay.status();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Relay of coded sessions")
                .withData("active", status.active())
                .withData("published", status.published());
        return status.failure() == null
                ? answer.up().build()
                : answer.down()
                        .withData("failure", "publishing stopped and is tried again; the log says at which row and why")
                        .build();
    }
}
