package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Shares;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.TopicMadeAnewException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds, cuts and the pace of judging, without a broker. */
class ApplyIncidenceTest {

    private static final TopicPartition P0 = new TopicPartition(Topics.INCIDENCE, 0);
    private static final TopicPartition P1 = new TopicPartition(Topics.INCIDENCE, 1);
    private static final int BATCH = 3;
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final List<String> seen = new ArrayList<>();
    private final Recording counts = new Recording();
    private long now;
    private ApplyIncidence applying;

    @BeforeEach
    void start() {
        consumer.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
        consumer.updateEndOffsets(Map.of(P0, 0L, P1, 0L));
        ConsumedOffsets.assign(consumer, List.of(P0, P1), Map.of());
        applying = new ApplyIncidence(consumer, List.of(P0, P1), counts, BATCH, INTERVAL, () -> now);
    }

    @Test
    void judgesEverythingOnceAfterAStart() {
        applying.step();
        now += INTERVAL.toNanos();
        applying.step();

        assertThat(seen).containsExactly("judge everything []");
    }

    @Test
    void judgesOnlyOnceEveryPartitionReachedTheCut() {
        applying.step();
        now += INTERVAL.toNanos();
        consumer.updateEndOffsets(Map.of(P0, 1L, P1, 2L));
        consumer.addRecord(record(0, 0, "a"));
        consumer.addRecord(record(1, 0, "b"));
        seen.clear();

        applying.step();
        assertThat(seen).isEmpty();
        consumer.addRecord(record(1, 1, "c"));
        applying.step();

        assertThat(seen).containsExactly("apply 0@0 1@0 1@1", "judge [a, b, c]");
    }

    @Test
    void appliesPartOfACutThatIsLargerThanABatch() {
        applying.step();
        now += INTERVAL.toNanos();
        consumer.updateEndOffsets(Map.of(P0, 4L, P1, 1L));
        consumer.addRecord(record(0, 0, "a"));
        consumer.addRecord(record(0, 1, "b"));
        seen.clear();

        applying.step();
        assertThat(seen).isEmpty();
        consumer.addRecord(record(0, 2, "c"));
        applying.step();
        assertThat(seen).containsExactly("apply 0@0 0@1 0@2");
        consumer.addRecord(record(0, 3, "d"));
        consumer.addRecord(record(1, 0, "e"));
        applying.step();

        assertThat(seen).containsExactly("apply 0@0 0@1 0@2", "apply 0@3 1@0", "judge [a, b, c, d, e]");
    }

    /** Whoever looks at the counts between two cuts sees whole reports. */
    @Test
    void isAtRestOnlyBetweenTwoCuts() {
        applying.step();
        now += INTERVAL.toNanos();
        consumer.updateEndOffsets(Map.of(P0, 1L, P1, 2L));
        consumer.addRecord(record(0, 0, "a"));
        consumer.addRecord(record(1, 0, "b"));
        assertThat(applying.isAtRest()).isTrue();

        applying.step();

        assertThat(applying.isAtRest()).isFalse();
        consumer.addRecord(record(1, 1, "c"));
        applying.step();
        assertThat(applying.isAtRest()).isTrue();
    }

    @Test
    void holdsBackWhatLiesBeyondTheCutUntilTheNextRound() {
        applying.step();
        now += INTERVAL.toNanos();
        // The cut of this round: a transaction that begins at offset 1 of partition 0 lies beyond it, in part.
        consumer.updateEndOffsets(Map.of(P0, 1L, P1, 1L));
        consumer.addRecord(record(0, 0, "a"));
        consumer.addRecord(record(0, 1, "b"));
        consumer.addRecord(record(1, 0, "c"));
        seen.clear();

        applying.step();
        consumer.updateEndOffsets(Map.of(P0, 3L, P1, 1L));
        now += INTERVAL.toNanos();
        applying.step();
        consumer.addRecord(record(0, 2, "d"));
        applying.step();

        assertThat(seen).containsExactly("apply 0@0 1@0", "judge [a, c]", "apply 0@1 0@2", "judge [b, d]");
    }

    @Test
    void judgesNoMoreOftenThanTheIntervalButAlwaysInTheEnd() {
        applying.step();
        consumer.updateEndOffsets(Map.of(P0, 1L, P1, 0L));
        consumer.addRecord(record(0, 0, "a"));
        seen.clear();

        applying.step();
        assertThat(seen).containsExactly("apply 0@0");
        now += INTERVAL.toNanos();
        applying.step();
        applying.step();

        assertThat(seen).containsExactly("apply 0@0", "judge [a]");
    }

    @Test
    void goesOnFromWhatWasStored() {
        MockConsumer<byte[], byte[]> again = new MockConsumer<>("none");
        again.updateBeginningOffsets(Map.of(P0, 2L, P1, 3L));

        ConsumedOffsets.assign(again, List.of(P0, P1), Map.of(P0, 7L));

        assertThat(again.position(P0)).isEqualTo(7);
        assertThat(again.position(P1)).isEqualTo(3);
    }

    @Test
    void changesOverOnlyWhenAllIsAppliedThatWasThereBefore() {
        applying.step();
        seen.clear();
        consumer.updateEndOffsets(Map.of(P0, 2L, P1, 0L));
        consumer.addRecord(record(0, 0, "a"));
        counts.due = true;

        applying.step();
        assertThat(seen).isEmpty();
        consumer.addRecord(record(0, 1, "b"));
        applying.step();

        assertThat(seen).containsExactly("apply 0@0 0@1", "change over", "judge everything [a, b]");
    }

    @Test
    void changesOverWhereNothingIsLeftToApply() {
        applying.step();
        seen.clear();
        counts.due = true;

        applying.step();

        assertThat(seen).containsExactly("change over", "judge everything []");
    }

    @Test
    void doesNotChangeOverAtACutThatWasTakenBefore() {
        applying.step();
        seen.clear();
        now += INTERVAL.toNanos();
        consumer.updateEndOffsets(Map.of(P0, 2L, P1, 0L));
        consumer.addRecord(record(0, 0, "a"));
        applying.step();
        counts.due = true;
        consumer.addRecord(record(0, 1, "b"));
        consumer.updateEndOffsets(Map.of(P0, 3L, P1, 0L));

        applying.step();
        assertThat(seen).containsExactly("apply 0@0 0@1", "judge [a, b]");
        consumer.addRecord(record(0, 2, "c"));
        applying.step();

        assertThat(seen)
                .containsExactly("apply 0@0 0@1", "judge [a, b]", "apply 0@2", "change over", "judge everything [c]");
    }

    @Test
    void judgesEverythingWhereThatIsAskedFor() {
        applying.step();
        seen.clear();
        now += INTERVAL.toNanos();
        counts.judgementDue = true;

        applying.step();
        applying.step();

        assertThat(seen).containsExactly("judge everything []");
    }

    @Test
    void appliesNothingOfATopicThatIsGone() {
        consumer.updateEndOffsets(Map.of(P0, 1L, P1, 0L));
        consumer.addRecord(record(0, 0, "a"));
        counts.sameTopic = false;

        assertThatThrownBy(applying::step).isInstanceOf(TopicMadeAnewException.class);

        assertThat(seen).isEmpty();
    }

    private final class Recording implements ApplyIncidence.Counts {

        private boolean due;
        private boolean judgementDue;
        private boolean sameTopic = true;

        @Override
        public Map<TopicPartition, Long> committedEnds(List<TopicPartition> partitions) {
            return consumer.endOffsets(partitions);
        }

        @Override
        public void requireSameTopic() {
            if (!sameTopic) {
                throw new TopicMadeAnewException(Topics.INCIDENCE);
            }
        }

        @Override
        public Set<Cell> apply(List<ConsumerRecord<byte[], byte[]>> records) {
            Set<Cell> cells = new LinkedHashSet<>();
            StringBuilder text = new StringBuilder("apply");
            records.forEach(record -> {
                text.append(" ").append(record.partition()).append("@").append(record.offset());
                cells.add(ReadCellShare.read(record).cell());
            });
            seen.add(text.toString());
            return cells;
        }

        @Override
        public boolean changeIsDue() {
            return due;
        }

        @Override
        public void change() {
            due = false;
            seen.add("change over");
        }

        @Override
        public boolean judgementIsDue() {
            boolean was = judgementDue;
            judgementDue = false;
            return was;
        }

        @Override
        public void judge(boolean everything, TouchedCells touched) {
            seen.add("judge " + (everything ? "everything " : "") + new TreeSet<>(touched.clinics()));
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, String clinic) {
        return Shares.incoming(Shares.share(partition, 1, Shares.cell(Unit.SESSION, "2026-W01", clinic), 1, 0), offset);
    }
}
