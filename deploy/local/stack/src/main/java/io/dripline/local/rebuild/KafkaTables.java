package io.dripline.local.rebuild;

import io.dripline.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the line, and how far they were read. */
final class KafkaTables implements AutoCloseable {

    private final Admin admin;

    KafkaTables(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                "20000",
                "request.timeout.ms",
                "5000"));
    }

    /** The id that the cluster got when it was made. */
    String clusterId() throws InterruptedException {
        return outcome(admin.describeCluster().clusterId());
    }

    /** Makes the tables and their dead letters, so that nobody who writes has to wait for another who makes them. */
    void create() throws InterruptedException {
        var topics = new ArrayList<NewTopic>();
        Topics.TABLES.forEach(table -> topics.add(topic(table).configs(Topics.TABLE_CONFIG)));
        Topics.DEAD_LETTERS.forEach(dead -> topics.add(topic(dead).configs(Topics.DEAD_LETTER_CONFIG)));
        for (var made : admin.createTopics(topics).values().values()) {
            try {
                outcome(made);
            } catch (TopicExistsException madeByAService) {
                continue;
            }
        }
    }

    /** Where each partition ends at this moment, open transactions included. */
    Map<TopicPartition, Long> ends(String table) throws InterruptedException {
        return ends(table, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Whether every transaction that wrote below these ends was decided, so that readers of committed records get there. */
    boolean isDecidedTo(Map<TopicPartition, Long> ends, String table) throws InterruptedException {
        return covers(ends(table, IsolationLevel.READ_COMMITTED), ends);
    }

    /** Whether a group has processed everything below these ends. */
    boolean isReadTo(Map<TopicPartition, Long> ends, String group) throws InterruptedException {
        return covers(committed(group), ends);
    }

    /** Records that a group has processed, counted by their offsets. */
    long read(String group) throws InterruptedException {
        return sum(committed(group));
    }

    static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean covers(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends(String table, IsolationLevel isolation) throws InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        IntStream.range(0, Topics.PARTITIONS)
                .forEach(partition -> latest.put(new TopicPartition(table, partition), OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        outcome(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Nothing for a group that has not begun. */
    private Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        outcome(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) ->
                        Optional.ofNullable(offset).ifPresent(known -> committed.put(partition, known.offset())));
        return committed;
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(Topics.PARTITIONS), Optional.empty());
    }

    private static <T> T outcome(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
