package io.dripline.local.deadletters;

import io.dripline.contracts.RefusedRecordException;
import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters of a running line.
 *
 * <p>Which of them were sent back is not noted anywhere: a letter is settled when its origin holds the same state of its
 * key again, or a newer one. So nothing is sent twice, whoever asks, and what dies again is open again.
 */
public final class DeadLetters implements AutoCloseable {

    private final String broker;
    private final Records records;

    /** @param broker host and port */
    public DeadLetters(String broker) {
        this.broker = broker;
        this.records = new Records(broker);
    }

    /**
     * All dead letters of these tables, the oldest of each partition first.
     *
     * @return by table, in the order given; a table without a dead-letter topic has none
     */
    Map<String, List<Judged>> of(List<String> tables) {
        Map<String, List<Judged>> judged = new LinkedHashMap<>();
        for (String table : tables) {
            List<Letter> letters = new ArrayList<>();
            records.readAll(
                    records.partitionsOf(Topics.deadLettersOf(table)), record -> letters.add(Letter.of(record)));
            judged.put(table, judge(table, letters));
        }
        return judged;
    }

    /**
     * Sends the open ones among these back to where they lay.
     *
     * @return how many
     */
    int sendBack(List<Judged> judged) {
        Map<TopicPartition, List<Letter>> open = judged.stream()
                .filter(one -> one.verdict() == Verdict.OPEN)
                .map(Judged::letter)
                .collect(Collectors.groupingBy(letter -> letter.origin().orElseThrow()));
        try (var producer = producer()) {
            return open.entrySet().stream()
                    .mapToInt(partition -> sendBack(partition.getKey(), partition.getValue(), producer))
                    .sum();
        }
    }

    private List<Judged> judge(String table, List<Letter> letters) {
        Map<TopicPartition, Origin> origins = new HashMap<>();
        return letters.stream()
                .map(letter -> new Judged(letter, judge(table, letter, letters, origins)))
                .toList();
    }

    private Verdict judge(String table, Letter letter, List<Letter> all, Map<TopicPartition, Origin> origins) {
        DeadLetter said = letter.said().orElse(null);
        if (said == null || !said.topic().equals(table)) {
            return Verdict.UNREADABLE;
        }
        var origin = new TopicPartition(said.topic(), said.partition());
        try {
            State state = State.of(table, letter.record().key(), letter.record().value());
            return origins.computeIfAbsent(origin, partition -> read(partition, all))
                            .settles(Key.of(letter.record().key()), state, said.offset())
                    ? Verdict.SETTLED
                    : Verdict.OPEN;
        } catch (RefusedRecordException unreadable) {
            return Verdict.UNREADABLE;
        }
    }

    private Origin read(TopicPartition partition, List<Letter> letters) {
        Set<Key> keys =
                letters.stream().map(letter -> Key.of(letter.record().key())).collect(Collectors.toSet());
        var origin = new Origin(partition, keys);
        origin.readUpTo(records.end(partition), records);
        return origin;
    }

    /** Judged again one by one: a newer state may have come, and of several letters of a key only the newest is due. */
    private int sendBack(TopicPartition partition, List<Letter> letters, KafkaProducer<byte[], byte[]> producer) {
        Origin origin = read(partition, letters);
        int sent = 0;
        for (Letter letter : newestFirst(partition, letters)) {
            Key key = Key.of(letter.record().key());
            State state = State.of(
                    partition.topic(), letter.record().key(), letter.record().value());
            if (!origin.settles(key, state, letter.said().orElseThrow().offset())) {
                send(letter.record(), origin, producer);
                keepNewestLast(key, origin, producer);
                sent++;
            }
        }
        return sent;
    }

    private static List<Letter> newestFirst(TopicPartition partition, List<Letter> letters) {
        return letters.stream()
                .sorted((a, b) -> State.of(
                                partition.topic(), b.record().key(), b.record().value())
                        .compareTo(State.of(
                                partition.topic(), a.record().key(), a.record().value())))
                .toList();
    }

    /** A newer state may have come between the look and the sending; it must be the one that compaction leaves. */
    private void keepNewestLast(Key key, Origin origin, KafkaProducer<byte[], byte[]> producer) {
        for (var newer = origin.overtaken(key); newer.isPresent(); newer = origin.overtaken(key)) {
            send(newer.get(), origin, producer);
        }
    }

    private void send(ConsumerRecord<byte[], byte[]> record, Origin origin, KafkaProducer<byte[], byte[]> producer) {
        try {
            RecordMetadata sent =
                    producer.send(Letter.asItWas(record, origin.partition())).get();
            origin.readUpTo(sent.offset() + 1, records);
        } catch (ExecutionException e) {
            throw new KafkaException("%s takes nothing back".formatted(origin.partition()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending back to %s".formatted(origin.partition()), e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
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

    @Override
    public void close() {
        records.close();
    }
}
