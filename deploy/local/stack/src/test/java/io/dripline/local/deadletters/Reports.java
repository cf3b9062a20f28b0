package io.dripline.local.deadletters;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.deadletter.ProcessingService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of the reported table, and their dead letters. */
final class Reports {

    static final TopicPartition ORIGIN = new TopicPartition(Topics.SESSIONS_REPORTED, 2);

    private Reports() {}

    static byte[] key(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] version(UUID id, int version) {
        return """
                {"schema":1,"id":"%s","version":%d,"status":"ACTIVE","adverseEvents":[]}""".formatted(id, version).getBytes(StandardCharsets.UTF_8);
    }

    /** A version of more than so many bytes. */
    static byte[] longVersion(UUID id, int version, int bytes) {
        String words = "x".repeat(bytes);
        return """
                {"schema":1,"id":"%s","version":%d,"status":"ACTIVE","adverseEvents":[],"clinic":"%s"}""".formatted(id, version, words).getBytes(StandardCharsets.UTF_8);
    }

    /** The dead letter of what lay at an offset of the origin. */
    static ProducerRecord<byte[], byte[]> letter(byte[] key, byte[] value, long offset) {
        var letter = new ProducerRecord<>(Topics.deadLettersOf(ORIGIN.topic()), ORIGIN.partition(), key, value);
        letter.headers().add("trace", new byte[] {7});
        new DeadLetter(
                        ORIGIN.topic(),
                        ORIGIN.partition(),
                        offset,
                        Instant.parse("2026-11-22T01:02:03Z"),
                        new ProcessingService("classification", "1.2.3"),
                        DeadLetterCause.BROKEN_INVARIANT,
                        "version: expected this,\u001b[31m found that")
                .headers()
                .forEach((name, bytes) -> letter.headers().add(name, bytes));
        return letter;
    }

    static ConsumerRecord<byte[], byte[]> lying(UUID id, int version, long offset) {
        return new ConsumerRecord<>(ORIGIN.topic(), ORIGIN.partition(), offset, key(id), version(id, version));
    }
}
