package io.dripline.local.deadletters;

import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The dead letters of a running line.
 *
 * <p>Which of them were sent back is not noted anywhere: a letter is settled when its origin holds the same state of its
 * key again, or a newer one. So nothing is sent twice, whoever asks, and what dies again is open again.
 *
 * <p>What is kept of a letter, some hundred bytes, does not depend on how long it is.
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
                    records.partitionsOf(Topics.deadLettersOf(table)), record -> letters.add(Letter.of(table, record)));
            judged.put(table, judge(letters));
        }
        return judged;
    }

    /** What the headers of these say; one that retention has taken meanwhile, or that says nothing, is left out. */
    Map<Letter, DeadLetter> said(List<Letter> letters) {
        Map<Letter, DeadLetter> said = new HashMap<>();
        records.fetch(letters, (letter, record) -> Letter.said(record).ifPresent(one -> said.put(letter, one)));
        return said;
    }

    /**
     * Sends the open ones among these back to where they lay.
     *
     * @return how many
     */
    int sendBack(List<Judged> judged) {
        try (var sending = new SendBack(broker, records)) {
            return sending.send(judged.stream()
                    .filter(one -> one.verdict() == Verdict.OPEN)
                    .map(Judged::letter)
                    .toList());
        }
    }

    private List<Judged> judge(List<Letter> letters) {
        Map<TopicPartition, Origin> origins = new HashMap<>();
        return letters.stream()
                .map(letter -> new Judged(letter, judge(letter, letters, origins)))
                .toList();
    }

    private Verdict judge(Letter letter, List<Letter> all, Map<TopicPartition, Origin> origins) {
        Letter.Body body = letter.body();
        if (body == null) {
            return Verdict.UNREADABLE;
        }
        return origins.computeIfAbsent(body.origin(), partition -> Origin.of(partition, all, records))
                        .settles(body.key(), body.state(), body.lay())
                ? Verdict.SETTLED
                : Verdict.OPEN;
    }

    @Override
    public void close() {
        records.close();
    }
}
