package io.dripline.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Committed records of a topic that were not taken off it yet, whichever instance is to take them. Counted by offsets, so what
 * was compacted away meanwhile is among them.
 *
 * <p>For topics that are written without transactions: the mark that ends one would wait for ever.
 *
 * <p>Gauges, each with the tag {@code topic}: {@code dripline.consumer.waiting} records; {@code dripline.consumer.standing} seconds
 * for which none was taken although some wait. The first is not a number while the broker does not tell.
 */
public final class WaitingRecords implements LookRegularly.Look, AutoCloseable {

    /** How far a topic was taken off: the next offset by partition; of one that is left out nothing was. */
    @FunctionalInterface
    public interface Taken {

        Map<TopicPartition, Long> next(Admin admin) throws Exception;
    }

    private final Map<String, Object> kafka;
    private final String topic;
    private final Taken taken;
    private final Standing standing;
    private @Nullable Admin admin;
    private volatile double waiting = Double.NaN;

    /** @param kafka the client's configuration */
    public WaitingRecords(
            Map<String, Object> kafka, String topic, Taken taken, MeterRegistry metrics, Duration patience) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("default.api.timeout.ms", "10000");
        this.kafka.put("request.timeout.ms", "5000");
        this.topic = topic;
        this.taken = taken;
        this.standing = new Standing(patience);
        Gauge.builder("dripline.consumer.waiting", this, me -> me.waiting)
                .baseUnit("records")
                .description("Committed records that were not taken off the topic yet")
                .tag("topic", topic)
                .register(metrics);
        Gauge.builder("dripline.consumer.standing", standing, s -> s.time().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("For how long none was taken although records wait")
                .tag("topic", topic)
                .register(metrics);
    }

    /** What a consumer group has committed. */
    public static Taken byGroup(String group) {
        return admin -> {
            Map<TopicPartition, Long> next = new HashMap<>();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed.forEach((partition, offset) -> {
                if (offset != null) {
                    next.put(partition, offset.offset());
                }
            });
            return next;
        };
    }

    /** Whether records have waited for longer than they may without one being taken. */
    public boolean areStuck() {
        return standing.isStuck();
    }

    @Override
    public synchronized void look() throws Exception {
        try {
            Admin opened = open();
            Map<TopicPartition, Long> next = taken.next(opened);
            List<TopicPartition> partitions = partitions(opened);
            Map<TopicPartition, Long> ends = offsets(opened, partitions, OffsetSpec.latest());
            Map<TopicPartition, Long> begins = offsets(opened, partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> place = new HashMap<>();
            long more = 0;
            for (TopicPartition partition : partitions) {
                long begin = begins.getOrDefault(partition, 0L);
                long at = Math.max(begin, next.getOrDefault(partition, begin));
                place.put(partition, at);
                more += Math.max(0, ends.getOrDefault(partition, at) - at);
            }
            waiting = more;
            standing.seen(place, more > 0);
        } catch (Exception e) {
            waiting = Double.NaN;
            standing.unseen();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }

    private Admin open() {
        Admin opened = admin;
        if (opened == null) {
            opened = Admin.create(kafka);
            admin = opened;
        }
        return opened;
    }

    private List<TopicPartition> partitions(Admin opened) throws InterruptedException, ExecutionException {
        return opened.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(described -> described.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }
}
