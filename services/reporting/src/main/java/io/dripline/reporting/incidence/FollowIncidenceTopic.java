package io.dripline.reporting.incidence;

import io.dripline.contracts.Topics;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.FollowAlone;
import io.dripline.reporting.topic.FollowedTopic;
import io.dripline.reporting.topic.TopicMadeAnewException;
import io.dripline.trace.Traces;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Follows the incidence topic, and has counts judged that are whole. */
@ApplicationScoped
class FollowIncidenceTopic implements FollowAlone.Following {

    private static final Logger LOG = Logger.getLogger(FollowIncidenceTopic.class);

    private static final String MADE_ANEW =
            "topic %s was made anew: the counts shown stand still until a new generation is counted (./dripline rebuild)"
                    .formatted(Topics.INCIDENCE);

    private final Jdbi jdbi;
    private final Map<String, Object> kafka;
    private final ApplyBatch applyBatch;
    private final ChangeGeneration changeGeneration;
    private final SettleCounts settleCounts;
    private final IncidenceConfig config;
    private final FollowingStatus status;
    private final IncidenceProgress progress;
    private final Traces traces;
    private final Generations generations = new Generations();
    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private final FollowAlone follower;

    FollowIncidenceTopic(
            Jdbi jdbi,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ApplyBatch applyBatch,
            ChangeGeneration changeGeneration,
            SettleCounts settleCounts,
            IncidenceConfig config,
            @Readiness FollowingStatus status,
            IncidenceProgress progress,
            Traces traces) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.applyBatch = applyBatch;
        this.changeGeneration = changeGeneration;
        this.settleCounts = settleCounts;
        this.config = config;
        this.status = status;
        this.progress = progress;
        this.traces = traces;
        this.follower = new FollowAlone("apply-incidence", jdbi, config.retry(), this);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            follower.start();
        } else {
            status.standingBy();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.close();
    }

    @Override
    public void standingBy() {
        progress.stopped();
        status.standingBy();
    }

    /** What is tried in vain is not seen to move, so the time for which it stands goes on. */
    @Override
    public void stopped(Exception e) {
        if (e instanceof SumsBrokenException) {
            // While another generation is counted too: that one does not go on either.
            status.failed(SumsBrokenException.REASON);
        } else {
            standStill("the counts do not follow their topic, which is tried again; the log says why");
        }
    }

    @Override
    public void follow(Handle handle) throws Exception {
        try (FollowedTopic topic = new FollowedTopic(Topics.INCIDENCE, kafka)) {
            String topicId = topic.id().orElse(null);
            if (topicId == null) {
                standStill("topic %s does not exist yet".formatted(Topics.INCIDENCE));
                return;
            }
            status.catchingUp();
            try (Consumer<byte[], byte[]> consumer =
                    topic.consume(offsets.next(handle, Topics.INCIDENCE, topicId), config.batchSize())) {
                follow(handle, topic, topicId, consumer);
            }
            progress.stopped();
        }
    }

    private void follow(Handle handle, FollowedTopic topic, String topicId, Consumer<byte[], byte[]> consumer)
            throws Exception {
        CountsOfTopic counts = new CountsOfTopic(
                handle,
                topic,
                topicId,
                applyBatch,
                changeGeneration,
                (everything, touched) -> judge(handle, topicId, everything, touched),
                traces);
        ApplyIncidence applying = new ApplyIncidence(
                consumer,
                List.copyOf(consumer.assignment()),
                counts,
                config.batchSize(),
                config.judgeInterval(),
                System::nanoTime);
        LOG.infof("Applying %s, topic id %s", Topics.INCIDENCE, topicId);
        if (generations.shownIsOfAnotherTopic(handle, topicId) && next().isEmpty()) {
            LOG.error(MADE_ANEW);
        }
        if (!generations.shownIsInMarginals(handle)) {
            LOG.warn(
                    "The counts shown were counted by a version that kept no sums over roll-ups: they are right, and answered"
                            + " more slowly, until the next generation is counted (./dripline rebuild)");
        }
        long checked = System.nanoTime();
        while (follower.isOpen()) {
            try {
                progress.stepping(applying);
                applying.step();
                counts.dropTheFormer();
                if (applying.isAtRest()) {
                    settleCounts.rest(handle);
                }
                if (System.nanoTime() - checked > config.topicCheck().toNanos()) {
                    checked = System.nanoTime();
                    counts.requireSameTopic();
                }
            } catch (OffsetOutOfRangeException e) {
                LOG.warnf("%s ends before the stored offsets; it is read again from its beginning", Topics.INCIDENCE);
                offsets.forget(handle, Topics.INCIDENCE);
                return;
            } catch (TopicMadeAnewException e) {
                LOG.warnf("%s; it is read from its beginning", e.getMessage());
                return;
            }
        }
    }

    private void judge(Handle handle, String topicId, boolean everything, TouchedCells touched) {
        settleCounts.settle(handle, everything, touched);
        if (generations.shownIsOfAnotherTopic(handle, topicId)) {
            standStill(MADE_ANEW);
        } else {
            status.caughtUp();
        }
    }

    /** While a new generation is counted, that the old one stands still is how it should be. */
    private void standStill(String reason) {
        next().ifPresentOrElse(generation -> status.showingTheFormer(generation, reason), () -> status.failed(reason));
    }

    private Optional<Integer> next() {
        try {
            return jdbi.withHandle(generations::next);
        } catch (RuntimeException e) {
            LOG.debug("The database does not tell whether a new generation is counted", e);
            return Optional.empty();
        }
    }
}
