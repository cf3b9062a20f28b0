package io.dripline.reporting.completeness;

import io.dripline.contracts.Topics;
import io.dripline.reporting.incidence.IncidenceConfig;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.FollowedTopic;
import io.dripline.reporting.topic.TopicMadeAnewException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one instance per database applying the clinic-weeks' topic, for as long as the service runs; as incidence is followed, but
 * without cuts, for one record is all of a clinic's week. After any failure it starts again from the stored offsets.
 */
@ApplicationScoped
class FollowClinicWeeks {

    private static final Logger LOG = Logger.getLogger(FollowClinicWeeks.class);
    private static final String LOCK = "hashtext('dripline.reporting.apply-clinic-weeks')";
    private static final Duration POLL = Duration.ofMillis(500);

    private final Jdbi jdbi;
    private final Map<String, Object> kafka;
    private final ApplyClinicWeeks applyClinicWeeks;
    private final CompletenessConfig config;
    private final boolean enabled;
    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("apply-clinic-weeks").unstarted(this::run);
    private volatile @Nullable String failure;

    FollowClinicWeeks(
            Jdbi jdbi,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ApplyClinicWeeks applyClinicWeeks,
            CompletenessConfig config,
            IncidenceConfig incidence) {
        this.jdbi = jdbi;
        this.kafka = kafka;
        this.applyClinicWeeks = applyClinicWeeks;
        this.config = config;
        this.enabled = incidence.enabled();
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    /** Why clinic-weeks are not followed; null while they are, or another instance does. */
    @Nullable
    String failure() {
        return failure;
    }

    private void run() {
        do {
            try (Handle handle = jdbi.open()) {
                follow(handle);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warn("Applying clinic-weeks stopped; it goes on from the stored offsets", e);
                failure = String.valueOf(e.getMessage());
            }
        } while (!closedWithin(config.retry()));
    }

    /** Until closed, or until there is a reason to start again. */
    private void follow(Handle handle) throws Exception {
        if (!lock(handle)) {
            failure = null;
            return;
        }
        try (FollowedTopic topic = new FollowedTopic(Topics.CLINIC_WEEKS, kafka)) {
            String topicId = topic.id().orElse(null);
            if (topicId == null) {
                failure = "topic %s does not exist yet".formatted(Topics.CLINIC_WEEKS);
                return;
            }
            try (Consumer<byte[], byte[]> consumer = open()) {
                follow(handle, topic, topicId, consumer);
            }
        } catch (TopicMadeAnewException e) {
            LOG.warnf("%s; it is read from its beginning", e.getMessage());
        } catch (OffsetOutOfRangeException e) {
            LOG.warnf("%s ends before the stored offsets; it is read again from its beginning", Topics.CLINIC_WEEKS);
            offsets.forget(handle, Topics.CLINIC_WEEKS);
        } finally {
            unlock(handle);
        }
    }

    private void follow(Handle handle, FollowedTopic topic, String topicId, Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CLINIC_WEEKS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        ConsumedOffsets.assign(consumer, partitions, offsets.next(handle, Topics.CLINIC_WEEKS, topicId));
        LOG.infof("Applying %s, topic id %s", Topics.CLINIC_WEEKS, topicId);
        long checked = System.nanoTime() - config.check().toNanos();
        while (closing.getCount() > 0) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(records::add);
            boolean checking = System.nanoTime() - checked >= config.check().toNanos();
            if (checking || !records.isEmpty()) {
                topic.requireId(topicId);
            }
            if (!records.isEmpty()) {
                applyClinicWeeks.apply(handle, topicId, records);
            }
            if (checking) {
                checked = System.nanoTime();
                applyClinicWeeks.closeWhatIsOver(handle);
            }
            failure = null;
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

    private boolean closedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
