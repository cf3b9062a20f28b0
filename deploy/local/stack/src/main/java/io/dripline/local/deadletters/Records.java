package io.dripline.local.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads partitions from an offset to their end. Belongs to no group and leaves no trace. */
final class Records implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_AT_ONCE = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;

    Records(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", "10000",
                        "max.poll.records", Integer.toString(MOST_AT_ONCE)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The partitions of a topic; none if it does not exist. */
    List<TopicPartition> partitionsOf(String topic) {
        return consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Hands on everything that was committed up to now. */
    void readAll(List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> from = consumer.beginningOffsets(partitions);
        read(from, consumer.endOffsets(partitions), each);
    }

    /**
     * Hands on one partition's committed records from an offset up to, and without, another.
     *
     * @throws TimeoutException if a transaction stays open, or the broker does not answer
     */
    void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        read(Map.of(partition, from), Map.of(partition, to), each);
    }

    /**
     * The record at an offset; empty if compaction has taken it.
     *
     * @throws TimeoutException if the broker does not answer
     */
    Optional<ConsumerRecord<byte[], byte[]>> fetch(TopicPartition partition, long offset) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        fetch(partition, new TreeSet<>(List.of(offset)), found::add);
        return found.stream().findFirst();
    }

    /** Hands on each of these letters that is still there with what it holds, partition by partition. */
    void fetch(Collection<Letter> letters, BiConsumer<Letter, ConsumerRecord<byte[], byte[]>> each) {
        Map<TopicPartition, NavigableMap<Long, Letter>> wanted = new HashMap<>();
        letters.forEach(letter -> wanted.computeIfAbsent(letter.partition(), partition -> new TreeMap<>())
                .put(letter.offset(), letter));
        wanted.forEach((partition, at) -> fetch(
                partition,
                new TreeSet<>(at.keySet()),
                record -> each.accept(Objects.requireNonNull(at.get(record.offset())), record)));
    }

    private void fetch(
            TopicPartition partition, NavigableSet<Long> left, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        consumer.assign(List.of(partition));
        long position = -1;
        long moved = System.nanoTime();
        while (!left.isEmpty()) {
            // What lies between two wanted ones is read over, unless it is more than a poll would bring.
            if (left.first() - position > MOST_AT_ONCE) {
                consumer.seek(partition, left.first());
                position = left.first();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (left.remove(record.offset())) {
                    each.accept(record);
                }
            }
            if (consumer.position(partition) > position) {
                position = consumer.position(partition);
                left.headSet(position).clear();
                moved = System.nanoTime();
            } else {
                requireMoving(moved, List.of(partition));
            }
        }
    }

    long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<TopicPartition, Long> wanted = new HashMap<>(to);
        wanted.values().removeIf(end -> end <= 0);
        List<TopicPartition> partitions = new ArrayList<>(wanted.keySet());
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        long moved = System.nanoTime();
        while (wanted.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            long before = positions(partitions);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < wanted.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            }
            if (positions(partitions) > before) {
                moved = System.nanoTime();
            } else {
                requireMoving(moved, partitions);
            }
        }
    }

    private static void requireMoving(long moved, List<TopicPartition> partitions) {
        if (System.nanoTime() - moved > PATIENCE.toNanos()) {
            throw new TimeoutException("nothing came of %s for %s".formatted(partitions, PATIENCE));
        }
    }

    private long positions(List<TopicPartition> partitions) {
        return partitions.stream().mapToLong(consumer::position).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
