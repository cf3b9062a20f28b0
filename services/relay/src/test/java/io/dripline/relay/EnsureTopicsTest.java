package io.dripline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.Topics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class EnsureTopicsTest {

    static KafkaCluster cluster;

    @Test
    void createsWhatIsMissingAndLeavesTheRest() throws Exception {
        EnsureTopics ensure = new EnsureTopics(cluster.getKafkaClientConfiguration(), -1);
        ensure.tables("t.v1");

        ensure.tables("t.v1", "u.v1");

        try (Admin admin = admin()) {
            assertThat(configOf("u.v1", admin).get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(admin.describeTopics(List.of("t.v1", "u.v1"))
                            .allTopicNames()
                            .get()
                            .values())
                    .allSatisfy(t -> assertThat(t.partitions()).hasSize(Topics.PARTITIONS));
        }
    }

    @Test
    void keepsDeadLettersForAsLongAsItIsTold() throws Exception {
        new EnsureTopics(cluster.getKafkaClientConfiguration(), 1)
                .deadLettersOf(Topics.deadLetterConfig(Duration.ofDays(30)), "t.v1");

        try (Admin admin = admin()) {
            Config config = configOf("t.v1.dead", admin);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("retention.ms").value()).isEqualTo("2592000000");
            assertThat(config.get("message.timestamp.type").value())
                    .as("from when it became one, not from when it was reported")
                    .isEqualTo("LogAppendTime");
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(Integer.parseInt(config.get("max.message.bytes").value()))
                    .as("a table's longest record with headers on top")
                    .isGreaterThan(Topics.LONGEST_RECORD);
        }
    }

    @Test
    void aTableOfAnEarlierBuildIsGivenRoomForTheLongestRecord() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("old.v1", Optional.of(Topics.PARTITIONS), Optional.empty())
                            .configs(Map.of("max.message.bytes", "1048588", "cleanup.policy", "compact"))))
                    .all()
                    .get();

            new EnsureTopics(cluster.getKafkaClientConfiguration(), 1).tables("old.v1");

            await().untilAsserted(() -> assertThat(
                            configOf("old.v1", admin).get("max.message.bytes").value())
                    .isEqualTo(Integer.toString(Topics.LONGEST_RECORD)));
            await().untilAsserted(() -> assertThat(
                            configOf("old.v1", admin).get(Topics.COMPACTION_LAG).value())
                    .as("and removes what was replaced in time")
                    .isEqualTo(Long.toString(Topics.LONGEST_LAG.toMillis())));
            assertThat(configOf("old.v1", admin).get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    /** Who reads a topic may make it first, but has no right to change it. */
    @Test
    void aTableOfAnotherServiceIsMadeAndNotChanged() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("theirs.v1", Optional.of(Topics.PARTITIONS), Optional.empty())
                            .configs(Map.of("max.message.bytes", "1048588", "cleanup.policy", "compact"))))
                    .all()
                    .get();

            new EnsureTopics(cluster.getKafkaClientConfiguration(), 1).tablesOfOthers("theirs.v1", "theirs-new.v1");

            assertThat(configOf("theirs.v1", admin).get("max.message.bytes").value())
                    .isEqualTo("1048588");
            assertThat(configOf("theirs-new.v1", admin).get("max.message.bytes").value())
                    .isEqualTo(Integer.toString(Topics.LONGEST_RECORD));
        }
    }

    @Test
    void deadLettersOfAnEarlierBuildAreKeptForEverNoLonger() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("kept.v1.dead", Optional.of(Topics.PARTITIONS), Optional.empty())
                            .configs(Map.of(
                                    "retention.ms", "-1", "cleanup.policy", "delete", "max.message.bytes", "8388608"))))
                    .all()
                    .get();

            new EnsureTopics(cluster.getKafkaClientConfiguration(), 1)
                    .deadLettersOf(Topics.DEAD_LETTER_CONFIG, "kept.v1");

            await().untilAsserted(() -> assertThat(
                            configOf("kept.v1.dead", admin).get("retention.ms").value())
                    .isEqualTo(Long.toString(Topics.DEAD_LETTERS_KEPT.toMillis())));
            assertThat(configOf("kept.v1.dead", admin).get("segment.ms").value())
                    .isEqualTo("86400000");
        }
    }

    /** With each segment a day long nothing can be kept for less. */
    @Test
    void refusesToKeepDeadLettersForLessThanADay() {
        assertThatThrownBy(() -> Topics.deadLetterConfig(Duration.ofHours(23)))
                .hasMessage("dripline.dead-letters.kept: expected a day or longer, found PT23H");
    }

    /** Once the broker knows of it: a topic that was made a moment ago may not be there yet. */
    private static Config configOf(String topic, Admin admin) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return await().ignoreExceptions()
                .until(
                        () -> admin.describeConfigs(List.of(resource))
                                .all()
                                .get()
                                .get(resource),
                        Objects::nonNull);
    }

    @Test
    void refusesATopicWithAnotherNumberOfPartitions() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("narrow.v1", Optional.of(2), Optional.empty())))
                    .all()
                    .get();
        }
        EnsureTopics ensure = new EnsureTopics(cluster.getKafkaClientConfiguration(), -1);

        assertThatThrownBy(() -> ensure.tables("narrow.v1"))
                .isInstanceOf(TopicsUnavailableException.class)
                .hasMessageContaining("narrow.v1 has 2 partitions, expected 6");
    }

    @Test
    void refusesAReplicationThatCannotBe() {
        assertThatThrownBy(() -> new EnsureTopics(Map.of(), 0)).hasMessageContaining("replication");
    }

    private static Admin admin() {
        return Admin.create(cluster.getKafkaClientConfiguration());
    }
}
