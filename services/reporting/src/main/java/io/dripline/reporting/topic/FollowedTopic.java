package io.dripline.reporting.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic that is followed, as the broker knows it. */
public final class FollowedTopic implements AutoCloseable {

    private final String name;
    private final Map<String, Object> kafka;
    private final Admin admin;

    /** @param kafka the client's configuration */
    public FollowedTopic(String name, Map<String, Object> kafka) {
        this.name = name;
        this.kafka = new HashMap<>(kafka);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("default.api.timeout.ms", "10000");
        settings.put("request.timeout.ms", "5000");
        admin = Admin.create(settings);
    }

    /** Its id, another one each time it is made; empty while it does not exist. */
    public Optional<String> id() throws InterruptedException, ExecutionException {
        try {
            return admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
                    .map(topic -> topic.topicId().toString())
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * A consumer of all its partitions, at the stored offsets. It reads what is committed, and makes no topic.
     *
     * @param stored the next offset by partition; one that is left out is read from its beginning
     * @param batchSize records of one poll, at most
     */
    public Consumer<byte[], byte[]> consume(Map<TopicPartition, Long> stored, int batchSize) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove("group.id");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", Integer.toString(batchSize));
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", "15000");
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            ConsumedOffsets.assign(consumer, partitions, stored);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** The offset after the last committed record of each partition: its last stable offset. */
    public Map<TopicPartition, Long> committedEnds(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var answer = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            answer.all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("Cannot ask for the end of " + name, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Refuses to go on with what was read of a topic that has gone since: ids never come back.
     *
     * @throws TopicMadeAnewException unless it still has this id
     */
    public void requireId(String id) {
        try {
            if (!id.equals(id().orElse(null))) {
                throw new TopicMadeAnewException(name);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Cannot ask whether %s is still the same".formatted(name), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
