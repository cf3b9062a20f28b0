package io.dripline.classification.session;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.session.ReportedSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The line before and after the service under test: writes what intake would, reads what incidence would. */
public final class Line implements AutoCloseable {

    private final Map<String, Object> broker;
    private final KafkaProducer<byte[], byte[]> producer;

    public Line(String bootstrapServers) {
        broker = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", Topics.LONGEST_RECORD),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public RecordMetadata report(ReportedSession session) {
        return send(session.id().toString(), session.patient(), ContractJson.write(session));
    }

    /** Anything at all, to the partition of this patient. */
    public RecordMetadata send(String key, String patient, byte[] value) {
        return send(new ProducerRecord<>(Topics.SESSIONS_REPORTED, partitionOf(patient), bytes(key), value));
    }

    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    public static int partitionOf(String patient) {
        return BuiltInPartitioner.partitionForKey(patient.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
    }

    /** The coded states of a session so far, in the order of the topic. */
    public List<CodedSession> coded(UUID session) {
        return records(Topics.SESSIONS_CODED, session.toString()).stream()
                .map(record -> ContractJson.read(record.value(), CodedSession.class))
                .toList();
    }

    /** As {@link #coded}, once there are as many as expected. */
    public List<CodedSession> awaitCoded(UUID session, int expected) {
        return patiently().until(() -> coded(session), states -> states.size() >= expected);
    }

    public static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    /** All records of a key so far, in the order of the topic. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> Arrays.equals(record.key(), bytes(key)))
                .toList();
    }

    /** The dead letter of a record, once there is one. */
    public ConsumerRecord<byte[], byte[]> awaitLetter(RecordMetadata origin) {
        return patiently()
                .until(
                        () -> records(Topics.deadLettersOf(origin.topic())).stream()
                                .filter(letter -> letter.partition() == origin.partition()
                                        && read(letter).offset() == origin.offset())
                                .toList(),
                        letters -> !letters.isEmpty())
                .getFirst();
    }

    public static DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        return DeadLetter.of(name -> {
                    Header header = letter.headers().lastHeader(name);
                    return header == null ? null : header.value();
                })
                .orElseThrow();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
