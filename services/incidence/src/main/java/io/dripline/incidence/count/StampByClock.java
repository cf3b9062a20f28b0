package io.dripline.incidence.count;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Records are taken by the clock: a producer's broken timestamp must not stop the stream. The record's own is noted in a
 * header, for the processor sees only the other, and a dead letter tells it.
 */
final class StampByClock implements TimestampExtractor {

    /** Eight bytes, milliseconds since 1970; within this service only. */
    static final String OWN_TIMESTAMP = "own-timestamp";

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        byte[] own = ByteBuffer.allocate(Long.BYTES).putLong(record.timestamp()).array();
        record.headers().remove(OWN_TIMESTAMP).add(OWN_TIMESTAMP, own);
        return System.currentTimeMillis();
    }
}
