package io.dripline.reporting.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** How far topics were applied; lives and dies with what was applied. */
public final class ConsumedOffsets {

    /** The next offset by partition; empty for a topic of another id, which is read from its beginning. */
    public Map<TopicPartition, Long> next(Handle handle, String topic, String topicId) {
        Map<TopicPartition, Long> next = new HashMap<>();
        handle.createQuery("select partition, next_offset from consumed where topic = :topic and topic_id = :topicId")
                .bind("topic", topic)
                .bind("topicId", topicId)
                .map((row, context) ->
                        next.put(new TopicPartition(topic, row.getInt("partition")), row.getLong("next_offset")))
                .forEach(previous -> {});
        return next;
    }

    /** The next offset by partition, whichever topic of that name it was stored for. */
    public Map<TopicPartition, Long> next(Handle handle, String topic) {
        Map<TopicPartition, Long> next = new HashMap<>();
        handle.createQuery("select partition, next_offset from consumed where topic = :topic")
                .bind("topic", topic)
                .map((row, context) ->
                        next.put(new TopicPartition(topic, row.getInt("partition")), row.getLong("next_offset")))
                .forEach(previous -> {});
        return next;
    }

    /** Stores the offset after the last of these records in each partition. */
    public void advance(Handle handle, String topicId, List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        TreeMap<Integer, Long> next = new TreeMap<>();
        records.forEach(record -> next.merge(record.partition(), record.offset() + 1, Math::max));
        handle.createUpdate("""
                        insert into consumed (topic, topic_id, partition, next_offset)
                        select :topic, :topicId, * from unnest(:partitions, :offsets)
                        on conflict (topic, partition) do update
                           set topic_id = excluded.topic_id, next_offset = excluded.next_offset
                        """)
                .bind("topic", records.getFirst().topic())
                .bind("topicId", topicId)
                .bindArray("partitions", Integer.class, List.copyOf(next.keySet()))
                .bindArray("offsets", Long.class, List.copyOf(next.values()))
                .execute();
    }

    /** Positions to read from: the stored ones, the beginning where none is stored. */
    public static void assign(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> stored) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> positions = new HashMap<>(consumer.beginningOffsets(partitions));
        positions.putAll(stored);
        positions.forEach(consumer::seek);
    }

    /** Forgets a topic, which is then read from its beginning; versions keep that harmless. */
    public void forget(Handle handle, String topic) {
        handle.createUpdate("delete from consumed where topic = :topic")
                .bind("topic", topic)
                .execute();
    }
}
