package io.dripline.incidence.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.incidence.CodedExample;
import io.dripline.relay.EnsureTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The tables around the service as a test sees them: coded sessions written, committed shares read. */
final class Table {

    private final String bootstrapServers;

    Table(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void create() {
        new EnsureTopics(Map.of("bootstrap.servers", bootstrapServers), -1).tables(Topics.SESSIONS_CODED);
    }

    void report(List<CodedExample> sessions) {
        send(sessions.stream()
                .map(session -> new ProducerRecord<>(
                        Topics.SESSIONS_CODED,
                        CodedExample.partitionOf(session.coded().patient()),
                        session.key(),
                        session.json())));
    }

    void reportPoison(byte[] value) {
        send(Stream.of(new ProducerRecord<>(Topics.SESSIONS_CODED, 0, new byte[] {1}, value)));
    }

    /** Every share in its last committed state, each of which must lie in the partition of its shard. */
    Map<String, CellShare> shares() {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        committed(Topics.INCIDENCE).forEach(record -> last.put(new String(record.key(), UTF_8), record));
        Map<String, CellShare> shares = new HashMap<>();
        last.forEach((key, record) -> {
            CellShare share = ContractJson.read(record.value(), CellShare.class);
            if (record.partition() != share.shard()) {
                throw new AssertionError("partition %d holds %s".formatted(record.partition(), share));
            }
            shares.put(key, share);
        });
        return shares;
    }

    /** Everything committed in a topic up to now. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers, "isolation.level", "read_committed", "max.poll.records", 5000);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Bytes of the longest value that was committed in a topic. */
    int longestIn(String topic) {
        return committed(topic).stream()
                .mapToInt(ConsumerRecord::serializedValueSize)
                .max()
                .orElse(0);
    }

    private void send(Stream<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", Topics.LONGEST_RECORD);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var sent : records.map(producer::send).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a record was not sent", e);
        }
    }
}
