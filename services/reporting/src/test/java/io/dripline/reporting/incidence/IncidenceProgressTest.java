package io.dripline.reporting.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.Cell;
import io.dripline.progress.ProgressConfig;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidenceProgressTest {

    private static final TopicPartition PARTITION = new TopicPartition("incidence", 0);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final IncidenceProgress progress =
            new IncidenceProgress(Jdbi.create("jdbc:none"), new Pace(Duration.ofMillis(100)), metrics);
    private ApplyIncidence applying;

    @BeforeEach
    void start() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        ConsumedOffsets.assign(consumer, List.of(PARTITION), Map.of());
        applying = new ApplyIncidence(
                consumer, List.of(PARTITION), new NothingChanges(), 1, Duration.ofMillis(50), System::nanoTime);
    }

    @Test
    void isGreenWhileThereIsNothingToDo() {
        long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
        while (System.nanoTime() < until) {
            step();
            assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
        }
    }

    /** The broker says that there is more and gives none of it. */
    @Test
    void isRedWhileWhatWaitsIsNotApplied() {
        step();
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, null, null));

        await().untilAsserted(() -> {
            step();
            assertThat(progress.call().getStatus()).isEqualTo(Status.DOWN);
        });

        assertThat(metrics.get("dripline.consumer.waiting").gauge().value()).isEqualTo(2);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 1, null, null));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 2, null, null));
        step();
        step();
        assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
        assertThat(metrics.get("dripline.consumer.waiting").gauge().value()).isZero();
    }

    /** A step that hangs in the database comes back to nobody. */
    @Test
    void isRedWhileAStepHangs() {
        progress.stepping(applying);

        await().untilAsserted(() -> assertThat(progress.call().getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void whoStandsByIsNotRed() {
        progress.stepping(applying);
        await().until(() -> progress.call().getStatus() == Status.DOWN);

        progress.stopped();

        assertThat(progress.call().getStatus()).isEqualTo(Status.UP);
    }

    private void step() {
        progress.stepping(applying);
        applying.step();
    }

    private final class NothingChanges implements ApplyIncidence.Counts {

        @Override
        public Map<TopicPartition, Long> committedEnds(List<TopicPartition> partitions) {
            return consumer.endOffsets(partitions);
        }

        @Override
        public void requireSameTopic() {}

        @Override
        public Set<Cell> apply(List<ConsumerRecord<byte[], byte[]>> records) {
            return Set.of();
        }

        @Override
        public boolean changeIsDue() {
            return false;
        }

        @Override
        public void change() {}

        @Override
        public boolean judgementIsDue() {
            return false;
        }

        @Override
        public void judge(boolean everything, TouchedCells touched) {}
    }

    private record Pace(Duration patience) implements ProgressConfig {

        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }
    }
}
