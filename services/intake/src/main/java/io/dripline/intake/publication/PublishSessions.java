package io.dripline.intake.publication;

import io.agroal.api.AgroalDataSource;
import io.dripline.contracts.Topics;
import io.dripline.intake.session.ReportedSessions;
import io.dripline.intake.session.VersionAppended;
import io.dripline.relay.EnsureTopics;
import io.dripline.relay.Relay;
import io.dripline.relay.RelayConfig;
import io.dripline.relay.RelayStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes every version that was committed, for as long as the service runs and whenever the broker is there. */
@Singleton
public class PublishSessions {

    private final Relay relay;
    private final EnsureTopics topics;

    PublishSessions(
            AgroalDataSource dataSource,
            ReportedSessions sessions,
            @Channel("sessions-reported") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            RelayConfig relayConfig,
            PublicationConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics) {
        relay = new Relay(dataSource, sessions, emitter, relayConfig);
        topics = new EnsureTopics(kafka, config.replication());
        metrics.more()
                .counter(
                        "dripline.relay.published",
                        List.of(),
                        relay,
                        r -> r.status().published());
        metrics.gauge("dripline.relay.active", relay, r -> r.status().active() ? 1 : 0);
    }

    void start(@Observes StartupEvent event) {
        relay.startAfter(() -> topics.tables(Topics.SESSIONS_REPORTED));
    }

    /** Outside a transaction the event comes after the commit too: the one statement was the transaction. */
    void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) VersionAppended event) {
        relay.ring();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    RelayStatus status() {
        return relay.status();
    }
}
