package io.dripline.incidence.count;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.ProcessingService;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record that could not be counted, on its way to the dead letters.
 *
 * @param partition where the record lay, and where its dead letter will lie
 * @param value as it came, null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the producer once, never compared
record Undelivered(int partition, byte @Nullable [] value) {

    /** The dead letter of a record: as it came, with why it could not be counted and where it lay in headers. */
    static Record<byte[], Undelivered> of(
            Record<byte[], byte[]> record, DeadLetter letter, ProcessorContext<?, ?> context) {
        var headers = new RecordHeaders(record.headers());
        headers.remove(StampByClock.OWN_TIMESTAMP);
        letter.headers().forEach((name, value) -> headers.remove(name).add(name, value));
        return new Record<>(
                record.key(),
                new Undelivered(letter.partition(), record.value()),
                context.currentSystemTimeMs(),
                headers);
    }

    /** What is to be said of a record and why it failed. */
    static DeadLetter letterOf(
            Record<byte[], byte[]> record,
            RuntimeException failure,
            ProcessorContext<?, ?> context,
            ProcessingService service) {
        return new DeadLetter(
                context.recordMetadata().map(RecordMetadata::topic).orElse(Topics.SESSIONS_CODED),
                context.taskId().partition(),
                context.recordMetadata().map(RecordMetadata::offset).orElse(-1L),
                Instant.ofEpochMilli(stampOf(record.headers())),
                service,
                DeadLetter.causeOf(failure),
                DeadLetter.messageOf(failure));
    }

    private static long stampOf(Headers headers) {
        Header stamp = headers.lastHeader(StampByClock.OWN_TIMESTAMP);
        return stamp == null ? -1 : ByteBuffer.wrap(stamp.value()).getLong();
    }
}
