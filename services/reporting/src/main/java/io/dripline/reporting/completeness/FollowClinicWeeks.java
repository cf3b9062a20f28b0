package io.dripline.reporting.completeness;

import io.dripline.contracts.Topics;
import io.dripline.reporting.incidence.IncidenceConfig;
import io.dripline.reporting.topic.ConsumedOffsets;
import io.dripline.reporting.topic.FollowAlone;
import io.dripline.reporting.topic.FollowedTopic;
import io.dripline.reporting.topic.TopicMadeAnewException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Follows the clinic-weeks' topic; as incidence is followed, but without cuts, for one record is all of a clinic's week.
 */
@ApplicationScoped
class FollowClinicWeeks implements FollowAlone.Following {

    private static final Logger LOG = Logger.getLogger(FollowClinicWeeks.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> kafka;
    private final ApplyClinicWeeks applyClinicWeeks;
    private final CompletenessConfig config;
    private final boolean enabled;
    private final FollowAlone follower;
    private final ConsumedOffsets offsets = new ConsumedOffsets();
    private volatile @Nullable String failure;

    FollowClinicWeeks(
            Jdbi jdbi,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ApplyClinicWeeks applyClinicWeeks,
            CompletenessConfig config,
            IncidenceConfig incidence) {
        this.kafka = kafka;
        this.applyClinicWeeks = applyClinicWeeks;
        this.config = config;
        this.enabled = incidence.enabled();
        this.follower = new FollowAlone("apply-clinic-weeks", jdbi, config.retry(), this);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        follower.close();
    }

    /** Why clinic-weeks are not followed; null while they are, or another instance does. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void standingBy() {
        failure = null;
    }

    @Override
    public void stopped(Exception e) {
        failure = String.valueOf(e.getMessage());
    }

    @Override
    public void follow(Handle handle) throws Exception {
        try (FollowedTopic topic = new FollowedTopic(Topics.CLINIC_WEEKS, kafka)) {
            String topicId = topic.id().orElse(null);
            if (topicId == null) {
                String missing = "topic %s does not exist yet".formatted(Topics.CLINIC_WEEKS);
                if (!missing.equals(failure)) {
                    LOG.warnf("Clinic-weeks are not applied: %s", missing);
                }
                failure = missing;
                return;
            }
            try (Consumer<byte[], byte[]> consumer =
                    topic.consume(offsets.next(handle, Topics.CLINIC_WEEKS, topicId), config.batchSize())) {
                follow(handle, topic, topicId, consumer);
            }
        } catch (TopicMadeAnewException e) {
            LOG.warnf("%s; it is read from its beginning", e.getMessage());
        } catch (OffsetOutOfRangeException e) {
            LOG.warnf("%s ends before the stored offsets; it is read again from its beginning", Topics.CLINIC_WEEKS);
            offsets.forget(handle, Topics.CLINIC_WEEKS);
        }
    }

    private void follow(Handle handle, FollowedTopic topic, String topicId, Consumer<byte[], byte[]> consumer) {
        LOG.infof("Applying %s, topic id %s", Topics.CLINIC_WEEKS, topicId);
        long checked = System.nanoTime() - config.check().toNanos();
        while (follower.isOpen()) {
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
}
