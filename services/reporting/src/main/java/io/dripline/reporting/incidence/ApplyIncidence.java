package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.reporting.topic.TopicMadeAnewException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Follows the incidence topic in rounds and judges on consistent cuts only.
 *
 * <p>A round takes a <em>cut</em>: the end offsets of all partitions, after the change that called for it was seen. It
 * applies what lies below the cut in every partition, holds back what lies beyond, and once all partitions have
 * reached the cut lets the counts be judged. Why the counts are then whole:
 *
 * <ul>
 *   <li>All cells that one report changes are in one partition and in one transaction, so a report is whole as soon as
 *       its partition ends between two transactions.
 *   <li>Under read_committed the end offset is the last stable offset. Each partition has one writer at a time, so its
 *       transactions do not overlap and a committed one falls below the last stable offset all at once: a cut never
 *       runs through a transaction. A poll may end within one, which is why nothing beyond the cut is applied before
 *       the judgement.
 * </ul>
 *
 * <p>A cut is finite, so under any load it is reached; changes that came meanwhile belong to the next round. A crash
 * within a round loses nothing: offsets are stored with what was applied, and the first round after a start judges
 * everything.
 *
 * <p>A generation that was said to be complete is shown at the end of a round whose cut was taken after that was seen,
 * and then judged; before, its counts are applied beside those that are shown and touch nothing. For one thread.
 */
final class ApplyIncidence {

    private static final Duration REACHING = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofMillis(250);

    /** The topic beside the consumer, and what is done with its records. */
    interface Counts {

        /**
         * Asks for the offsets after the last committed record. Not the consumer, whose connection answers in order:
         * its next fetch is under way already, and waits up to half a second for records.
         */
        Map<TopicPartition, Long> committedEnds(List<TopicPartition> partitions);

        /**
         * Refuses to go on with what was read of a topic that has gone since.
         *
         * @throws TopicMadeAnewException if it has
         */
        void requireSameTopic();

        /** Applies records in order and returns the cells that changed. */
        Set<Cell> apply(List<ConsumerRecord<byte[], byte[]>> records);

        /** Whether another generation is to be shown as soon as all is applied that was in the topic before. */
        boolean changeIsDue();

        /** Shows that generation. */
        void change();

        /** Whether somebody asked since for everything to be judged; asking takes it off. */
        boolean judgementIsDue();

        /** Judges counts that are whole. */
        void judge(boolean everything, TouchedCells touched);
    }

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Counts counts;
    private final int batchSize;
    private final Duration judgeInterval;
    private final LongSupplier nanoTime;

    private final List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
    private final Deque<ConsumerRecord<byte[], byte[]>> held = new ArrayDeque<>();
    private TouchedCells touched = TouchedCells.NONE;
    private boolean everything = true;
    private boolean changing;
    private long moves;
    private long waiting;
    private @Nullable Map<TopicPartition, Long> cut;
    private @Nullable Long judgedAt;

    /**
     * @param consumer assigned to {@code partitions}, at their stored positions, read_committed
     * @param batchSize records after which a cut that is not reached yet is applied in part
     */
    ApplyIncidence(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Counts counts,
            int batchSize,
            Duration judgeInterval,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.counts = counts;
        this.batchSize = batchSize;
        this.judgeInterval = judgeInterval;
        this.nanoTime = nanoTime;
    }

    /** One poll with what follows from it. */
    void step() {
        if (cut == null) {
            hold(consumer.poll(patience()));
            changing = counts.changeIsDue();
            everything |= counts.judgementIsDue();
            if (held.isEmpty() && !unjudged() && !changing) {
                moves++;
                return;
            }
            cut = counts.committedEnds(partitions);
        } else {
            hold(consumer.poll(REACHING));
        }
        // Topic ids never come back: what was read and asked before is of the topic that is still there now.
        counts.requireSameTopic();
        setApart(cut);
        boolean reached = reached(cut);
        if (reached || due.size() >= batchSize) {
            applyDue();
        }
        waiting = due.size() + unreadBelow(cut);
        if (reached) {
            moves++;
            cut = null;
            consumer.resume(consumer.paused());
            if (changing) {
                changeOver();
            }
            judgeIfDue();
        } else {
            consumer.pause(partitions.stream().filter(this::isHeldBack).toList());
        }
    }

    /** Grows with every step that applied something or found nothing to apply. */
    long moves() {
        return moves;
    }

    /** Committed records below the cut that is under way that are not applied yet; 0 between two cuts. */
    long waiting() {
        return waiting;
    }

    /** Whether no cut is under way: what is applied holds whole reports only. */
    boolean isAtRest() {
        return cut == null;
    }

    private void changeOver() {
        counts.change();
        everything = true;
        judgedAt = null;
    }

    private Duration patience() {
        if (!held.isEmpty()) {
            return Duration.ZERO;
        }
        return unjudged() ? untilJudgeable() : IDLE;
    }

    private void hold(ConsumerRecords<byte[], byte[]> polled) {
        polled.forEach(held::add);
    }

    private long unreadBelow(Map<TopicPartition, Long> end) {
        return end.entrySet().stream()
                .mapToLong(e -> isHeldBack(e.getKey()) ? 0 : Math.max(0, e.getValue() - consumer.position(e.getKey())))
                .sum();
    }

    /** What lies below the cut falls due, what lies beyond stays held back. */
    private void setApart(Map<TopicPartition, Long> end) {
        List<ConsumerRecord<byte[], byte[]>> beyond = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : held) {
            Long last = end.get(partitionOf(record));
            (last != null && record.offset() < last ? due : beyond).add(record);
        }
        held.clear();
        held.addAll(beyond);
    }

    /** As much as there is at once: records that change one cell, or one sum, are written as one change. */
    private void applyDue() {
        if (!due.isEmpty()) {
            touched = touched.and(counts.apply(List.copyOf(due)));
            due.clear();
            moves++;
        }
    }

    /** What is held back lies beyond the cut, so its partition has reached it. */
    private boolean reached(Map<TopicPartition, Long> end) {
        return end.entrySet().stream()
                .allMatch(e -> isHeldBack(e.getKey()) || consumer.position(e.getKey()) >= e.getValue());
    }

    private boolean isHeldBack(TopicPartition partition) {
        return held.stream().anyMatch(record -> partitionOf(record).equals(partition));
    }

    private void judgeIfDue() {
        if (!unjudged() || !untilJudgeable().isZero()) {
            return;
        }
        counts.judge(everything, touched);
        touched = TouchedCells.NONE;
        everything = false;
        judgedAt = nanoTime.getAsLong();
    }

    private boolean unjudged() {
        return everything || !touched.isEmpty();
    }

    private Duration untilJudgeable() {
        if (judgedAt == null) {
            return Duration.ZERO;
        }
        Duration left = judgeInterval.minusNanos(nanoTime.getAsLong() - judgedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
