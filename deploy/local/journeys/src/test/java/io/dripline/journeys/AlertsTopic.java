package io.dripline.journeys;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.alert.Alert;
import io.dripline.local.stack.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a subscriber of the alerts reads. */
final class AlertsTopic {

    private AlertsTopic() {}

    /** Every record that the topic holds now. */
    static List<Alert> read(TheLine line) {
        return read(line, key -> true);
    }

    /** Every version of one alert that the topic holds now; what others wrote there is not read. */
    static List<Alert> of(TheLine line, String id) {
        return read(line, id::equals);
    }

    private static List<Alert> read(TheLine line, Predicate<String> wanted) {
        Map<String, Object> settings = Map.of("bootstrap.servers", line.address(Part.KAFKA));
        List<Alert> alerts = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ALERTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (wanted.test(record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8))) {
                        alerts.add(ContractJson.read(record.value(), Alert.class));
                    }
                }
            }
        }
        return alerts;
    }
}
