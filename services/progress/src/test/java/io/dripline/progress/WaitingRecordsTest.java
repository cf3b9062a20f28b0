package io.dripline.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WaitingRecordsTest {

    private static KafkaCluster cluster;
    private static Map<String, Object> kafka;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final String topic = "notes-" + UUID.randomUUID();
    private final String group = "readers-of-" + topic;

    @BeforeAll
    static void startBroker() {
        cluster = KafkaClusterFactory.create(KafkaClusterConfig.builder()
                .execMode(KafkaClusterExecutionMode.IN_VM)
                .kraftMode(true)
                .brokersNum(1)
                .brokerConfig("auto.create.topics.enable", "false")
                .build());
        cluster.start();
        kafka = Map.of("bootstrap.servers", cluster.getBootstrapServers());
    }

    @AfterAll
    static void stopBroker() throws Exception {
        cluster.close();
    }

    @Test
    void whatTheGroupHasNotCommittedWaitsInEveryPartition() throws Exception {
        create();
        write(0, 3);
        write(1, 2);
        commit(0, 1);

        try (WaitingRecords records = records(Duration.ofMinutes(2))) {
            records.look();
        }

        assertThat(gauge("waiting")).isEqualTo(4);
    }

    @Test
    void recordsThatWaitWithoutTheGroupMovingAreStuck() throws Exception {
        create();
        write(0, 1);
        try (WaitingRecords records = records(Duration.ofMillis(50))) {
            await().until(() -> {
                records.look();
                return records.areStuck();
            });
            assertThat(gauge("standing")).isPositive();

            commit(0, 1);
            records.look();

            assertThat(records.areStuck()).isFalse();
            assertThat(gauge("waiting")).isZero();
        }
    }

    @Test
    void aTopicThatIsNotThereIsNotANumberAndNotStuck() {
        try (WaitingRecords records = records(Duration.ofMillis(1))) {
            assertThatThrownBy(records::look).hasMessageContaining("UnknownTopicOrPartition");

            assertThat(gauge("waiting")).isNaN();
            assertThat(records.areStuck()).isFalse();
        }
    }

    private WaitingRecords records(Duration patience) {
        return new WaitingRecords(kafka, topic, WaitingRecords.byGroup(group), metrics, patience);
    }

    private double gauge(String name) {
        return metrics.get("dripline.consumer." + name)
                .tag("topic", topic)
                .gauge()
                .value();
    }

    private void create() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    private void commit(int partition, long next) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.alterConsumerGroupOffsets(
                            group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(next)))
                    .all()
                    .get();
        }
    }

    private void write(int partition, int count) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, partition, new byte[] {1}, new byte[] {2}))
                        .get();
            }
        }
    }
}
