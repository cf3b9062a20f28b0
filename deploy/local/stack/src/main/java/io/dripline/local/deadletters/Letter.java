package io.dripline.local.deadletters;

import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.deadletter.DeadLetter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of a dead-letter topic, without what it holds: there may be many, each of megabytes. That is fetched where it
 * is shown or sent.
 *
 * @param partition where it lies
 * @param offset where in that
 * @param timestamp when it became a dead letter, milliseconds since 1970
 * @param body what can be sent back; null if this build cannot read it either
 */
record Letter(
        TopicPartition partition,
        long offset,
        long timestamp,
        @Nullable Body body) {

    /**
     * Which state of which key it is.
     *
     * @param origin where the record lay
     * @param lay where in that
     */
    record Body(TopicPartition origin, long lay, Key key, State state) {}

    /** @param table the one whose dead letter it is said to be */
    static Letter of(String table, ConsumerRecord<byte[], byte[]> record) {
        return new Letter(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                record.timestamp(),
                said(record)
                        .filter(said -> said.topic().equals(table))
                        .flatMap(said -> body(table, said, record))
                        .orElse(null));
    }

    private static Optional<Body> body(String table, DeadLetter said, ConsumerRecord<byte[], byte[]> record) {
        try {
            State state = State.of(table, record.key(), record.value());
            // The table's own name: that of the header would be one more copy for each letter.
            return Optional.of(
                    new Body(new TopicPartition(table, said.partition()), said.offset(), Key.of(record.key()), state));
        } catch (RefusedRecordException unreadable) {
            return Optional.empty();
        }
    }

    /** What its headers say; empty if nobody wrote them as ours are written. */
    static Optional<DeadLetter> said(ConsumerRecord<byte[], byte[]> record) {
        return DeadLetter.of(name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        });
    }

    /** When it became a dead letter. */
    Instant time() {
        return Instant.ofEpochMilli(timestamp);
    }

    /** The record as it was, stamped anew: to its own partition, with its own headers. */
    static ProducerRecord<byte[], byte[]> asItWas(ConsumerRecord<byte[], byte[]> record, TopicPartition origin) {
        return new ProducerRecord<>(
                origin.topic(), origin.partition(), record.key(), record.value(), own(record.headers()));
    }

    private static Iterable<Header> own(Headers headers) {
        return Arrays.stream(headers.toArray())
                .filter(header -> !header.key().startsWith(DeadLetter.PREFIX))
                .toList();
    }
}
