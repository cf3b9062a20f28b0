package io.dripline.local.deadletters;

import io.dripline.contracts.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends letters back to where they lay, none on top of a newer state of its key. */
final class SendBack implements AutoCloseable {

    private final Records origins;
    private final Records contents;
    private final KafkaProducer<byte[], byte[]> producer;

    /** @param origins reads the tables while another consumer reads the letters; not closed here */
    SendBack(String broker, Records origins) {
        this.origins = origins;
        this.contents = new Records(broker);
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        Topics.LONGEST_DEAD_LETTER),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends those that can be read.
     *
     * @return how many were still due
     */
    int send(List<Letter> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(letter -> body(letter).origin()))
                .entrySet()
                .stream()
                .mapToInt(partition -> send(partition.getKey(), partition.getValue()))
                .sum();
    }

    /** Judged again one by one: a newer state may have come, and of several letters of a key only the newest is due. */
    private int send(TopicPartition partition, List<Letter> letters) {
        Origin origin = Origin.of(partition, letters, origins);
        var sent = new AtomicInteger();
        contents.fetch(newestOfEachKey(letters), (letter, record) -> {
            Letter.Body body = body(letter);
            if (!origin.settles(body.key(), body.state(), body.lay())) {
                send(record, origin);
                keepNewestLast(body.key(), origin);
                sent.incrementAndGet();
            }
        });
        return sent.get();
    }

    /** Of the same state twice, the one that lay later: what settles it settles the other. */
    private static Collection<Letter> newestOfEachKey(List<Letter> letters) {
        var order = Comparator.comparing((Letter letter) -> body(letter).state())
                .thenComparingLong(letter -> body(letter).lay());
        return letters.stream()
                .collect(Collectors.toMap(letter -> body(letter).key(), letter -> letter, BinaryOperator.maxBy(order)))
                .values();
    }

    private static Letter.Body body(Letter letter) {
        return Objects.requireNonNull(letter.body());
    }

    /** A newer state may have come between the look and the sending; it must be the one that compaction leaves. */
    private void keepNewestLast(Key key, Origin origin) {
        for (var newer = origin.overtaken(key); newer.isPresent(); newer = origin.overtaken(key)) {
            send(
                    origins.fetch(origin.partition(), newer.getAsLong())
                            .orElseThrow(() -> new KafkaException("%s was compacted meanwhile; run ./dripline rebuild"
                                    .formatted(origin.partition()))),
                    origin);
        }
    }

    private void send(ConsumerRecord<byte[], byte[]> record, Origin origin) {
        try {
            RecordMetadata sent =
                    producer.send(Letter.asItWas(record, origin.partition())).get();
            origin.readUpTo(sent.offset() + 1, origins);
        } catch (ExecutionException e) {
            throw new KafkaException("%s takes nothing back".formatted(origin.partition()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending back to %s".formatted(origin.partition()), e);
        }
    }

    @Override
    public void close() {
        producer.close();
        contents.close();
    }
}
