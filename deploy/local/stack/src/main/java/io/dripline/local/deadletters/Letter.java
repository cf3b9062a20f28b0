package io.dripline.local.deadletters;

import io.dripline.contracts.deadletter.DeadLetter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record of a dead-letter topic.
 *
 * @param said what its headers say; empty if nobody wrote them as ours are written
 */
record Letter(ConsumerRecord<byte[], byte[]> record, Optional<DeadLetter> said) {

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(record, DeadLetter.of(name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        }));
    }

    /** When it became a dead letter. */
    Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Where the record lay, as far as that is known. */
    Optional<TopicPartition> origin() {
        return said.map(letter -> new TopicPartition(letter.topic(), letter.partition()));
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
