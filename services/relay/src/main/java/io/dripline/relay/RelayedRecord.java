package io.dripline.relay;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * One committed row as it goes to the topic.
 *
 * @param position where the row stands in the commit order
 * @param key the record's key
 * @param partitionKey what decides the partition: rows of one partition key keep their order
 * @param value the record's value, ready to be sent
 * @param headers what goes beside it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the producer once, never compared
public record RelayedRecord(
        Position position, String key, String partitionKey, byte[] value, Map<String, byte[]> headers) {

    /** Without headers. */
    public RelayedRecord(Position position, String key, String partitionKey, byte[] value) {
        this(position, key, partitionKey, value, Map.of());
    }

    /** The partition out of {@code partitions}: murmur2 of the partition key, as Kafka does it for a key. */
    public int partition(int partitions) {
        return BuiltInPartitioner.partitionForKey(partitionKey.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
