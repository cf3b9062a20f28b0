package io.dripline.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dripline.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Puts a record that nobody can read into every partition that a service reads, and waits until each is a dead letter. */
record PoisonTopics(String kafka, SplittableRandom random) {

    private static final List<String> POISONED =
            List.of(Topics.SESSIONS_REPORTED, Topics.SESSIONS_CODED, Topics.INCIDENCE);
    private static final List<String> POISON =
            List.of("not json", "", "{\"schema\":2,\"version\":1}", "{\"schema\":1,\"version\":0", "[[[[", "\u0000");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 100;

    /** @throws IllegalStateException if some are no dead letters a minute later */
    void poison() throws InterruptedException {
        long before = deadLetters();
        int sent = 0;
        try (var records = new SendRecords(kafka)) {
            for (String topic : POISONED) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    records.send(new ProducerRecord<>(
                            topic,
                            partition,
                            ("poison-" + partition).getBytes(UTF_8),
                            POISON.get(random.nextInt(POISON.size())).getBytes(UTF_8)));
                    sent++;
                }
            }
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (deadLetters() - before < sent) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("of %d records that cannot be read %d are dead letters after %d s"
                        .formatted(sent, deadLetters() - before, PATIENCE.toSeconds()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** By the ends of their topics, which only grow. */
    private long deadLetters() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = POISONED.stream()
                    .map(Topics::deadLettersOf)
                    .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic, partition)))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
