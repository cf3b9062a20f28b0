package io.dripline.bench;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** When the first courses of a cohort reached each number, as a reader of committed records saw it. */
final class WatchCells implements AutoCloseable {

    /** One indication treated by one route. */
    record Cohort(String indication, String route) {}

    private record Reached(Cohort cohort, long exposed) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Reached, Long> reached = new ConcurrentHashMap<>();
    private final Map<Cohort, Map<String, Long>> shares = new HashMap<>();
    private final String clinic;
    private final Thread thread;
    private volatile boolean open = true;

    WatchCells(String bootstrap, String clinic) {
        this.clinic = clinic;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "group.id", "bench-" + UUID.randomUUID(),
                        "enable.auto.commit", "false",
                        // Told as soon as there is something: what is watched must not seem later than it is.
                        "fetch.max.wait.ms", "5"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.INCIDENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("watch-cells").start(this::watch);
    }

    private void watch() {
        while (open) {
            for (var record : consumer.poll(Duration.ofMillis(20))) {
                long now = System.nanoTime();
                CellShare share = ContractJson.read(record.value(), CellShare.class);
                if (share.cell().unit() == Unit.FIRST_COURSE
                        && share.cell().clinic().equals(clinic)) {
                    add(share, now);
                }
            }
        }
        consumer.close();
    }

    private void add(CellShare share, long now) {
        var cohort = new Cohort(share.cell().indication(), share.cell().route());
        var known = shares.computeIfAbsent(cohort, c -> new HashMap<>());
        known.put(CellShare.key(share.shard(), share.cell()), share.exposed());
        long exposed = known.values().stream().mapToLong(Long::longValue).sum();
        reached.putIfAbsent(new Reached(cohort, exposed), now);
    }

    /** The first moment, on the clock of {@link System#nanoTime()}, at which a cohort had so many first courses or more. */
    long when(Cohort cohort, long exposed) {
        return reached.entrySet().stream()
                .filter(e -> e.getKey().cohort().equals(cohort) && e.getKey().exposed() >= exposed)
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElseThrow(() -> new IllegalStateException(cohort + " was not seen to reach " + exposed));
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join(Duration.ofSeconds(5));
    }
}
