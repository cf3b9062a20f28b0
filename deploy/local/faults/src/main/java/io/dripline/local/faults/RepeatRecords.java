package io.dripline.local.faults;

import io.dripline.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Sends a tenth of the newest records of every table that a service reads once more, and a tenth out of their order: older versions
 * behind newer ones. Each goes to the partition of its own, as a producer that repeats itself would send it.
 */
record RepeatRecords(String kafka, SplittableRandom random) {

    private static final List<String> READ =
            List.of(Topics.SESSIONS_REPORTED, Topics.SESSIONS_CODED, Topics.INCIDENCE, Topics.CLINIC_WEEKS);
    private static final int NEWEST = 1_000;
    private static final double SHARE = 0.1;
    private static final Duration READING = Duration.ofMinutes(1);

    void repeat() throws InterruptedException {
        try (var records = new SendRecords(kafka)) {
            for (String topic : READ) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    for (ConsumerRecord<byte[], byte[]> record : chosen(newest(new TopicPartition(topic, partition)))) {
                        records.send(new ProducerRecord<>(
                                topic, partition, record.timestamp(), record.key(), record.value(), record.headers()));
                    }
                }
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> chosen(List<ConsumerRecord<byte[], byte[]>> newest) {
        List<ConsumerRecord<byte[], byte[]>> repeated = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> disordered = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : newest) {
            double chance = random.nextDouble();
            if (chance < SHARE) {
                repeated.add(record);
            } else if (chance < 2 * SHARE) {
                disordered.add(record);
            }
        }
        Collections.shuffle(disordered, new Random(random.nextLong()));
        repeated.addAll(disordered);
        return repeated;
    }

    private List<ConsumerRecord<byte[], byte[]>> newest(TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> newest = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            long begin = Objects.requireNonNull(
                    consumer.beginningOffsets(List.of(partition)).get(partition));
            consumer.seek(partition, Math.max(begin, end - NEWEST));
            Instant late = Instant.now().plus(READING);
            while (consumer.position(partition) < end) {
                if (Instant.now().isAfter(late)) {
                    throw new IllegalStateException("%s could not be read to its end %d within %d s"
                            .formatted(partition, end, READING.toSeconds()));
                }
                consumer.poll(Duration.ofSeconds(1)).forEach(newest::add);
            }
        }
        return newest;
    }
}
