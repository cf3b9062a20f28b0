package io.dripline.reporting;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.alert.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic as its readers see it. */
final class TopicRecords {

    private TopicRecords() {}

    /** All that it holds. */
    static List<ConsumerRecord<byte[], byte[]>> of(String bootstrapServers, String topic) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Every version of every alert. */
    static List<Alert> alerts(String bootstrapServers) {
        return of(bootstrapServers, Topics.ALERTS).stream()
                .map(record -> ContractJson.read(record.value(), Alert.class))
                .toList();
    }
}
