package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.reporting.topic.FollowedTopic;
import io.dripline.trace.Hop;
import io.dripline.trace.Traceparent;
import io.dripline.trace.Traces;
import io.opentelemetry.context.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** What is counted from one topic, on the connection that holds the lock. */
final class CountsOfTopic implements ApplyIncidence.Counts {

    private final Handle handle;
    private final FollowedTopic topic;
    private final String topicId;
    private final ApplyBatch applyBatch;
    private final ChangeGeneration changeGeneration;
    private final BiConsumer<Boolean, TouchedCells> judge;
    private final Traces traces;
    private final Set<Optional<String>> causes = new HashSet<>();
    private final JudgementsDue judgementsDue = new JudgementsDue();
    private boolean mayHoldTheFormer = true;

    CountsOfTopic(
            Handle handle,
            FollowedTopic topic,
            String topicId,
            ApplyBatch applyBatch,
            ChangeGeneration changeGeneration,
            BiConsumer<Boolean, TouchedCells> judge,
            Traces traces) {
        this.handle = handle;
        this.topic = topic;
        this.topicId = topicId;
        this.applyBatch = applyBatch;
        this.changeGeneration = changeGeneration;
        this.judge = judge;
        this.traces = traces;
    }

    @Override
    public Map<TopicPartition, Long> committedEnds(List<TopicPartition> partitions) {
        return topic.committedEnds(partitions);
    }

    @Override
    public void requireSameTopic() {
        topic.requireId(topicId);
    }

    @Override
    public Set<Cell> apply(List<ConsumerRecord<byte[], byte[]>> records) {
        ApplyBatch.Applied applied = applyBatch.apply(handle, topicId, records);
        applied.counted().stream()
                .takeWhile(record -> causes.size() < 2)
                .forEach(record -> causes.add(Optional.ofNullable(Traceparent.in(record.headers()))));
        return applied.touched();
    }

    @Override
    public boolean changeIsDue() {
        return changeGeneration.isDue(handle, topicId);
    }

    @Override
    public void change() {
        changeGeneration.change(handle, topicId);
        mayHoldTheFormer = true;
    }

    @Override
    public boolean judgementIsDue() {
        return judgementsDue.take(handle);
    }

    /** Belongs to a report's trace where that report alone is why counts are judged. */
    @Override
    public void judge(boolean everything, TouchedCells touched) {
        Optional<String> cause =
                causes.size() == 1 && !everything ? causes.iterator().next() : Optional.empty();
        causes.clear();
        try (Hop hop = traces.follow("judge monitors", cause.orElse(null));
                Scope here = hop.enter()) {
            judge.accept(everything, touched);
        }
    }

    /** Little by little, so that what is new need not wait. */
    void dropTheFormer() {
        if (mayHoldTheFormer) {
            mayHoldTheFormer = changeGeneration.dropSomeOfTheFormer(handle);
        }
    }
}
