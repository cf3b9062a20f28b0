package io.dripline.intake.clinicweek;

import io.agroal.api.AgroalDataSource;
import io.dripline.contracts.Topics;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes every version of every clinic-week, in commit order. */
@Singleton
public class PublishClinicWeeks {

    private final Relay relay;
    private final EnsureTopics topics;

    PublishClinicWeeks(
            AgroalDataSource dataSource,
            ClinicWeekVersions versions,
            @Channel("clinic-weeks") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            RelayConfig relayConfig,
            @ConfigProperty(name = "dripline.topics.replication", defaultValue = "-1") int replication,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics) {
        relay = new Relay(dataSource, versions, emitter, relayConfig);
        topics = new EnsureTopics(kafka, replication);
        metrics.more()
                .counter(
                        "dripline.clinic.weeks.published",
                        List.of(),
                        relay,
                        r -> r.status().published());
    }

    void start(@Observes StartupEvent event) {
        relay.startAfter(() -> topics.tables(Topics.CLINIC_WEEKS));
    }

    /** Wakes the relay, for who has committed a version. */
    void ring() {
        relay.ring();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    RelayStatus status() {
        return relay.status();
    }
}
