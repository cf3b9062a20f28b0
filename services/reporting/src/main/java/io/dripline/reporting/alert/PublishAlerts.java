package io.dripline.reporting.alert;

import io.dripline.contracts.Topics;
import io.dripline.relay.CommittedRows;
import io.dripline.relay.EnsureTopics;
import io.dripline.relay.Position;
import io.dripline.relay.Relay;
import io.dripline.relay.RelayConfig;
import io.dripline.relay.RelaySource;
import io.dripline.relay.RelayStatus;
import io.dripline.relay.RelayedRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes every version of every alert to {@code dripline.alerts.v1}, in commit order. */
@ApplicationScoped
class PublishAlerts {

    static final String RELAY = "alerts";

    private final Relay relay;
    private final EnsureTopics topics;
    private final Map<String, String> deadLetters;

    PublishAlerts(
            DataSource dataSource,
            @Channel("alerts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "dripline.topics.replication") int replication,
            @ConfigProperty(name = "dripline.dead-letters.kept", defaultValue = "P90D") Duration kept,
            MeterRegistry metrics) {
        relay = new Relay(dataSource, new AlertVersions(), emitter, config);
        topics = new EnsureTopics(kafka, replication);
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

    void start(@Observes StartupEvent event) {
        relay.startAfter(() -> {
            topics.tables(Topics.ALERTS);
            topics.deadLettersOf(deadLetters, Topics.INCIDENCE, Topics.CLINIC_WEEKS);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    RelayStatus status() {
        return relay.status();
    }

    /** The append-only table as the relay reads it. */
    private static final class AlertVersions implements RelaySource {

        @Override
        public String name() {
            return RELAY;
        }

        @Override
        public String notifyChannel() {
            return Alerts.CHANNEL;
        }

        @Override
        public List<RelayedRecord> read(Connection connection, Position after, int limit) throws SQLException {
            String sql = "select xid, seq, alert_id, record from alert_version" + CommittedRows.AFTER_POSITION;
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                CommittedRows.bind(query, 1, after, limit);
                List<RelayedRecord> records = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        String id = row.getString("alert_id");
                        byte[] record = row.getString("record").getBytes(StandardCharsets.UTF_8);
                        records.add(new RelayedRecord(CommittedRows.positionOf(row), id, id, record));
                    }
                }
                return records;
            }
        }
    }
}
