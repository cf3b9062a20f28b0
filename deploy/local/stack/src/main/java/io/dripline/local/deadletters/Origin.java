package io.dripline.local.deadletters;

import io.dripline.contracts.RefusedRecordException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What a partition of a table holds of the keys of its dead letters, as far as it was read. */
final class Origin {

    /** The newest state of a key, and where it lies last. */
    private record Newest(State state, long offset) {}

    private final TopicPartition partition;
    private final Set<Key> keys;
    private final Map<Key, Newest> newest = new HashMap<>();
    private final Map<Key, Long> last = new HashMap<>();
    private long next;

    Origin(TopicPartition partition, Set<Key> keys) {
        this.partition = partition;
        this.keys = keys;
    }

    /** A partition, read to its end, as far as it matters to these letters. */
    static Origin of(TopicPartition partition, List<Letter> letters, Records records) {
        Set<Key> keys = new HashSet<>();
        for (Letter letter : letters) {
            Letter.Body body = letter.body();
            if (body != null && body.origin().equals(partition)) {
                keys.add(body.key());
            }
        }
        var origin = new Origin(partition, keys);
        origin.readUpTo(records.end(partition), records);
        return origin;
    }

    TopicPartition partition() {
        return partition;
    }

    /** Reads on, up to and without an offset. */
    void readUpTo(long end, Records records) {
        records.read(partition, next, end, this::take);
        next = Math.max(next, end);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        Key key = Key.of(record.key());
        if (!keys.contains(key)) {
            return;
        }
        last.put(key, record.offset());
        State state = stateOf(record);
        Newest known = newest.get(key);
        if (state != null && (known == null || state.compareTo(known.state()) >= 0)) {
            newest.put(key, new Newest(state, record.offset()));
        }
    }

    private @Nullable State stateOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return State.of(partition.topic(), record.key(), record.value());
        } catch (RefusedRecordException poison) {
            return null;
        }
    }

    /** Whether it holds a newer state than that of a record which lay at this offset, or the same again after it. */
    boolean settles(Key key, State state, long offset) {
        Newest known = newest.get(key);
        if (known == null) {
            return false;
        }
        int order = known.state().compareTo(state);
        return order > 0 || (order == 0 && known.offset() > offset);
    }

    /**
     * Where the newest record of a key lies, if an older one lies after it: once the topic is compacted, only that older
     * one would be left.
     */
    OptionalLong overtaken(Key key) {
        Newest known = newest.get(key);
        return known == null || known.offset() >= last.getOrDefault(key, -1L)
                ? OptionalLong.empty()
                : OptionalLong.of(known.offset());
    }
}
