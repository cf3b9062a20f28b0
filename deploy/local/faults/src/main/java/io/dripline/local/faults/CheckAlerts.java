package io.dripline.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dripline.contracts.Topics;
import io.dripline.local.recount.Database;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether every alert that was once there still is, once, the same in PostgreSQL and in Kafka. */
final class CheckAlerts {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration READING = Duration.ofMinutes(1);

    private final String kafka;
    private final Database reporting;
    /** The newest version of each alert that any earlier look has found. */
    private final Map<String, Integer> known = new HashMap<>();

    CheckAlerts(StackConfig config) {
        kafka = config.address(Part.KAFKA);
        reporting = Database.of(config, Part.REPORTING);
    }

    private record Stored(String id, String monitor, int version, boolean isSuperseded, String record) {}

    /**
     * Looks until all is well or the patience is over.
     *
     * @param raised monitors of which each must have raised an alert
     * @return what is wrong at the last look
     */
    List<String> within(Duration patience, List<String> raised) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        List<String> wrong = now(raised);
        while (!wrong.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
            wrong = now(raised);
        }
        return wrong;
    }

    private List<String> now(List<String> raised) throws SQLException {
        List<String> wrong = new ArrayList<>();
        List<Stored> stored = stored();
        Map<String, String> streamed = streamed();
        Map<String, Integer> versions = new HashMap<>();
        Map<String, Integer> standing = new HashMap<>();
        for (Stored alert : stored) {
            versions.put(alert.id(), alert.version());
            standing.merge(alert.monitor(), alert.isSuperseded() ? 0 : 1, Integer::sum);
            if (!alert.record().equals(streamed.get(alert.id()))) {
                wrong.add("alert %s stands in PostgreSQL in version %d, and Kafka's last record of it is another: %s"
                        .formatted(alert.id(), alert.version(), streamed.get(alert.id())));
            }
        }
        streamed.keySet().stream()
                .filter(id -> !versions.containsKey(id))
                .forEach(id -> wrong.add("alert %s is in Kafka and not in PostgreSQL".formatted(id)));
        standing.forEach((monitor, count) -> {
            if (count > 1) {
                wrong.add("monitor %s has %d alerts that stand".formatted(monitor, count));
            }
        });
        raised.stream()
                .filter(monitor -> !standing.containsKey(monitor))
                .forEach(monitor -> wrong.add("monitor %s has raised no alert".formatted(monitor)));
        known.forEach((id, version) -> {
            if (versions.getOrDefault(id, 0) < version) {
                wrong.add("alert %s was there in version %d and is now in %s".formatted(id, version, versions.get(id)));
            }
        });
        versions.forEach((id, version) -> known.merge(id, version, Math::max));
        return wrong;
    }

    private List<Stored> stored() throws SQLException {
        List<Stored> stored = new ArrayList<>();
        try (var connection = DriverManager.getConnection(reporting.url(), reporting.user(), reporting.password());
                var question = connection.createStatement();
                var rows = question.executeQuery("""
                        select distinct on (alert_id) alert_id::text as id, monitor, version,
                               record ->> 'state' = 'SUPERSEDED' as superseded, record::text as record
                          from alert_version order by alert_id, version desc""")) {
            while (rows.next()) {
                stored.add(new Stored(
                        rows.getString("id"),
                        rows.getString("monitor"),
                        rows.getInt("version"),
                        rows.getBoolean("superseded"),
                        rows.getString("record")));
            }
        }
        return stored;
    }

    /** The last record of each alert. */
    private Map<String, String> streamed() {
        Map<String, String> streamed = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant late = Instant.now().plus(READING);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (Instant.now().isAfter(late)) {
                    throw new IllegalStateException("%s could not be read to its ends %s within %d s"
                            .formatted(Topics.ALERTS, ends, READING.toSeconds()));
                }
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    streamed.put(new String(record.key(), UTF_8), new String(record.value(), UTF_8));
                }
            }
        }
        return streamed;
    }
}
