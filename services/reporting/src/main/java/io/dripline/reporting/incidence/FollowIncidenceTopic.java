package io.dripline.reporting.incidence;

import io.dripline.contracts.Topics;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.FollowedTopic;
import io.dripline.reporting.topic.TopicMadeAnewException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps one instance per database applying the incidence topic, for as long as the service runs.
 *
 * <p>The instance that holds the advisory lock is active. It writes on the very connection that holds the lock, so an
 * instance that lost the lock can no longer write. After any failure it starts again from the stored offsets.
 */
@ApplicationScoped
class FollowIncidenceTopic {

    private static final Logger LOG = Logger.getLogger(FollowIncidenceTopic.class);
    private static final String LOCK = "hashtext('dripline.reporting.apply-incidence')";

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
    private final Generations generations = new Generations();
    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("apply-incidence").unstarted(this::run);

    FollowIncidenceTopic(
            Jdbi jdbi,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ApplyBatch applyBatch,
            ChangeGeneration changeGeneration,
            SettleCounts settleCounts,
            IncidenceConfig config,
            @Readiness FollowingStatus status) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.applyBatch = applyBatch;
        this.changeGeneration = changeGeneration;
        this.settleCounts = settleCounts;
        this.config = config;
        this.status = status;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread.start();
        } else {
            status.standingBy();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (Handle handle = jdbi.open()) {
                follow(handle);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warn("Applying incidence stopped; it goes on from the stored offsets", e);
                standStill(String.valueOf(e.getMessage()));
            }
            if (pausedUntilClosed(config.retry())) {
                return;
            }
        }
    }

    /** Until closed, or until there is a reason to start again. */
    private void follow(Handle handle) throws Exception {
        if (!lock(handle)) {
            status.standingBy();
            return;
        }
        try (FollowedTopic topic = new FollowedTopic(Topics.INCIDENCE, kafka)) {
            String topicId = topic.id().orElse(null);
            if (topicId == null) {
                standStill("topic %s does not exist yet".formatted(Topics.INCIDENCE));
                return;
            }
            status.catchingUp();
            try (Consumer<byte[], byte[]> consumer = open()) {
                follow(handle, topic, topicId, consumer);
            }
        } finally {
            unlock(handle);
        }
    }

    private void follow(Handle handle, FollowedTopic topic, String topicId, Consumer<byte[], byte[]> consumer)
            throws Exception {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.INCIDENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        ConsumedOffsets.assign(consumer, partitions, offsets.next(handle, Topics.INCIDENCE, topicId));
        CountsOfTopic counts = new CountsOfTopic(
                handle,
                topic,
                topicId,
                applyBatch,
                changeGeneration,
                (everything, clinics) -> judge(handle, topicId, everything, clinics));
        ApplyIncidence applying =
                new ApplyIncidence(consumer, partitions, counts, config.judgeInterval(), System::nanoTime);
        LOG.infof("Applying %s, topic id %s", Topics.INCIDENCE, topicId);
        if (generations.shownIsOfAnotherTopic(handle, topicId) && next().isEmpty()) {
            LOG.error(MADE_ANEW);
        }
        long checked = System.nanoTime();
        while (closing.getCount() > 0) {
            try {
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

    private void judge(Handle handle, String topicId, boolean everything, Set<String> clinics) {
        settleCounts.settle(handle, everything, clinics);
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

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove("group.id");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", Integer.toString(config.batchSize()));
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", "15000");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static boolean lock(Handle handle) {
        return handle.createQuery("select pg_try_advisory_lock(" + LOCK + ")")
                .mapTo(Boolean.class)
                .one();
    }

    /** The connection goes back to the pool, which would keep the lock. */
    private static void unlock(Handle handle) {
        try {
            handle.createQuery("select pg_advisory_unlock(" + LOCK + ")")
                    .mapTo(Boolean.class)
                    .one();
        } catch (RuntimeException e) {
            LOG.debug("The connection is gone, and the lock with it", e);
        }
    }

    private boolean pausedUntilClosed(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
