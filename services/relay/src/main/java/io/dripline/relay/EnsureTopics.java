package io.dripline.relay;

import io.dripline.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that a service writes, where they are missing. Of one that is there it changes nothing, except that it
 * raises a limit on the length of records that is too low for those of this build, lowers the time after which an old
 * record is due to be removed, and keeps dead letters for as long as they are to be kept.
 */
public final class EnsureTopics {

    private static final String LIMIT = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

    /** What decides for how long a dead letter is there. */
    private static final List<String> KEEPING =
            List.of(Topics.RETENTION, TopicConfig.SEGMENT_MS_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);

    private final Map<String, Object> kafka;
    private final Optional<Short> replication;

    /**
     * @param kafka the client's configuration: {@code bootstrap.servers} and whatever reaching the broker needs
     * @param replication copies of each record, 1 or more; -1 leaves it to the broker
     */
    public EnsureTopics(Map<String, Object> kafka, int replication) {
        if (replication != -1 && (replication < 1 || replication > Short.MAX_VALUE)) {
            throw new IllegalArgumentException("replication: expected -1 or 1 or more, found " + replication);
        }
        this.kafka = new HashMap<>(kafka);
        this.kafka.put("default.api.timeout.ms", "10000");
        this.kafka.put("request.timeout.ms", "5000");
        this.replication = replication == -1 ? Optional.empty() : Optional.of((short) replication);
    }

    /**
     * Sees to it that compacted tables exist.
     *
     * @throws TopicsUnavailableException if the broker cannot be reached or a topic has another number of partitions
     */
    public void tables(String... topics) {
        ensure(List.of(topics), Topics.TABLE_CONFIG, true);
    }

    /** As {@link #tables}, for those that another service writes: it takes them along to what its build needs, and this one need not. */
    public void tablesOfOthers(String... topics) {
        ensure(List.of(topics), Topics.TABLE_CONFIG, false);
    }

    /**
     * As {@link #tables}, for the dead-letter topics of {@code topics}.
     *
     * @param config {@link Topics#deadLetterConfig}, also for a topic that is there
     */
    public void deadLettersOf(Map<String, String> config, String... topics) {
        ensure(List.of(topics).stream().map(Topics::deadLettersOf).toList(), config, true);
    }

    private void ensure(List<String> names, Map<String, String> topicConfig, boolean isOurs) {
        try (Admin admin = Admin.create(kafka)) {
            List<NewTopic> topics = names.stream()
                    .map(name -> new NewTopic(name, Optional.of(Topics.PARTITIONS), replication).configs(topicConfig))
                    .toList();
            for (var creation : admin.createTopics(topics).values().entrySet()) {
                if (!isNew(creation.getValue())) {
                    refuseOtherPartitions(admin, creation.getKey());
                    if (isOurs) {
                        bringUpToDate(topicConfig, admin, creation.getKey());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicsUnavailableException("Interrupted while creating " + names, e);
        } catch (ExecutionException e) {
            throw new TopicsUnavailableException(
                    "Cannot create or describe %s at %s".formatted(names, kafka.get("bootstrap.servers")), e);
        }
    }

    private static boolean isNew(KafkaFuture<Void> creation) throws InterruptedException, ExecutionException {
        try {
            creation.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static void refuseOtherPartitions(Admin admin, String topic)
            throws InterruptedException, ExecutionException {
        int partitions = partitionsOf(admin, topic, 50);
        if (partitions != Topics.PARTITIONS) {
            throw new TopicsUnavailableException(
                    "Topic %s has %d partitions, expected %d: the tables must be rebuilt to change their number"
                            .formatted(topic, partitions, Topics.PARTITIONS),
                    null);
        }
    }

    /** A topic that was made by an earlier build may take shorter records only, or keep old ones for longer. */
    private static void bringUpToDate(Map<String, String> wanted, Admin admin, String topic)
            throws InterruptedException, ExecutionException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config found = admin.describeConfigs(List.of(resource)).values().values().stream()
                .findFirst()
                .orElseThrow()
                .get();
        List<AlterConfigOp> changes = new ArrayList<>();
        if (valueOf(found, LIMIT) < Long.parseLong(String.valueOf(wanted.get(LIMIT)))) {
            changes.add(set(LIMIT, String.valueOf(wanted.get(LIMIT))));
        }
        String lag = wanted.get(Topics.COMPACTION_LAG);
        if (lag != null && valueOf(found, Topics.COMPACTION_LAG) > Long.parseLong(lag)) {
            changes.add(set(Topics.COMPACTION_LAG, lag));
        }
        if (wanted.containsKey(Topics.RETENTION)) {
            for (String name : KEEPING) {
                String value = String.valueOf(wanted.get(name));
                ConfigEntry entry = found.get(name);
                if (entry == null || !value.equals(entry.value())) {
                    changes.add(set(name, value));
                }
            }
        }
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
        }
    }

    private static long valueOf(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null ? -1 : Long.parseLong(String.valueOf(entry.value()));
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    /** A topic made a moment ago by another instance may exist and not yet be known to every broker. */
    private static int partitionsOf(Admin admin, String topic, int attempts)
            throws InterruptedException, ExecutionException {
        try {
            return admin.describeTopics(List.of(topic)).topicNameValues().values().stream()
                    .findFirst()
                    .orElseThrow()
                    .get()
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (attempts > 1 && e.getCause() instanceof UnknownTopicOrPartitionException) {
                Thread.sleep(100);
                return partitionsOf(admin, topic, attempts - 1);
            }
            throw e;
        }
    }
}
