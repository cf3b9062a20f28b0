package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.reporting.topic.FollowedTopic;
import java.util.List;
import java.util.Map;
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
    private final JudgementsDue judgementsDue = new JudgementsDue();
    private boolean mayHoldTheFormer = true;

    CountsOfTopic(
            Handle handle,
            FollowedTopic topic,
            String topicId,
            ApplyBatch applyBatch,
            ChangeGeneration changeGeneration,
            BiConsumer<Boolean, TouchedCells> judge) {
        this.handle = handle;
        this.topic = topic;
        this.topicId = topicId;
        this.applyBatch = applyBatch;
        this.changeGeneration = changeGeneration;
        this.judge = judge;
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
        return applyBatch.apply(handle, topicId, records);
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

    @Override
    public void judge(boolean everything, TouchedCells touched) {
        judge.accept(everything, touched);
    }

    /** Little by little, so that what is new need not wait. */
    void dropTheFormer() {
        if (mayHoldTheFormer) {
            mayHoldTheFormer = changeGeneration.dropSomeOfTheFormer(handle);
        }
    }
}
