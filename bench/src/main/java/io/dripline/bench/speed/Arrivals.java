package io.dripline.bench.speed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** When a reader of committed records first saw each key of a topic, from now on. */
final class Arrivals implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final AtomicLong again = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;

    Arrivals(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("arrivals").start(this::watch);
    }

    private void watch() {
        while (open) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                long now = System.nanoTime();
                if (first.putIfAbsent(new String(record.key(), StandardCharsets.UTF_8), now) != null) {
                    again.incrementAndGet();
                }
            }
        }
        consumer.close();
    }

    /** The moment, on the clock of {@link System#nanoTime()}; null until then. */
    @Nullable
    Long of(String key) {
        return first.get(key);
    }

    /** Records whose key had been seen before. */
    long again() {
        return again.get();
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join(Duration.ofSeconds(5));
    }
}
