package io.dripline.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each service can do with the real broker when it listens as docker-compose.tls.yml says and knows acls.csv. */
class KafkaAccessTest {

    private static final String INTERNAL = "dripline-incidence-g1-patients-changelog";

    /** The line: what flows where, told once more, so that a slip in the list of rights is seen. */
    private static final List<String> TOPICS = List.of(
            "dripline.sessions.reported.v1",
            "dripline.sessions.reported.v1.dead",
            "dripline.clinic-weeks.v1",
            "dripline.clinic-weeks.v1.dead",
            "dripline.sessions.coded.v1",
            "dripline.sessions.coded.v1.dead",
            "dripline.incidence.v1",
            "dripline.incidence.v1.dead",
            "dripline.alerts.v1",
            INTERNAL);

    @TempDir
    private static Path directory;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(directory);
        try (var operator = Admin.create(broker.clientOf("operator"))) {
            operator.createAcls(AccessControl.read()).all().get();
            operator.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic, Optional.of(1), Optional.of((short) 1)))
                            .toList())
                    .all()
                    .get();
        }
        try (var producer = producer(broker.clientOf("operator"))) {
            for (var topic : TOPICS) {
                producer.send(record(topic)).get();
            }
        }
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        intake         | dripline.clinic-weeks.v1 dripline.sessions.reported.v1
        classification | dripline.sessions.coded.v1 dripline.sessions.reported.v1.dead
        incidence      | dripline.incidence.v1 dripline.sessions.coded.v1.dead dripline-incidence-g1-patients-changelog
        reporting      | dripline.alerts.v1 dripline.clinic-weeks.v1.dead dripline.incidence.v1.dead
        """)
    void aServiceWritesWhereItsRecordsBelongAndNowhereElse(String service, String topics) throws Exception {
        Set<String> written = new TreeSet<>();

        try (var producer = producer(broker.clientOf(service))) {
            for (var topic : TOPICS) {
                try {
                    producer.send(record(topic)).get();
                    written.add(topic);
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }

        assertThat(written).isEqualTo(new TreeSet<>(List.of(topics.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        intake         |
        classification | dripline.sessions.reported.v1
        incidence      | dripline.sessions.coded.v1 dripline-incidence-g1-patients-changelog
        reporting      | dripline.incidence.v1 dripline.clinic-weeks.v1
        """)
    void aServiceReadsWhatItIsMadeForAndNothingElse(String service, String topics) {
        Set<String> read = new TreeSet<>();

        for (var topic : TOPICS) {
            if (reads(broker.clientOf(service), topic)) {
                read.add(topic);
            }
        }

        assertThat(read).isEqualTo(topics == null ? Set.of() : new TreeSet<>(List.of(topics.split(" "))));
    }

    /** What each service writes, it takes along to what its next build needs; what another writes, that one does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        intake         | dripline.clinic-weeks.v1 dripline.sessions.reported.v1
        classification | dripline.sessions.coded.v1 dripline.sessions.reported.v1.dead
        incidence      | dripline.incidence.v1 dripline.sessions.coded.v1.dead
        reporting      | dripline.alerts.v1 dripline.clinic-weeks.v1.dead dripline.incidence.v1.dead
        """)
    void aServiceChangesTheSettingsOfTheTopicsThatItWritesAlone(String service, String topics) throws Exception {
        Set<String> changed = new TreeSet<>();
        var longer = new AlterConfigOp(new ConfigEntry("max.message.bytes", "4194304"), AlterConfigOp.OpType.SET);

        try (var admin = Admin.create(broker.clientOf(service))) {
            for (var topic : TOPICS) {
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                try {
                    admin.incrementalAlterConfigs(Map.of(resource, List.of(longer)))
                            .all()
                            .get();
                    changed.add(topic);
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }

        assertThat(changed).isEqualTo(new TreeSet<>(List.of(topics.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "classification", "incidence", "reporting"})
    void aServiceMakesNoTopicOfItsOwnAndDeletesNone(String service) {
        try (var admin = Admin.create(broker.clientOf(service))) {
            var invented = new NewTopic("dripline.invented", Optional.of(1), Optional.of((short) 1));

            assertThatThrownBy(() -> admin.createTopics(List.of(invented)).all().get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> admin.deleteTopics(List.of("dripline.sessions.reported.v1"))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(
                            () -> admin.createAcls(AccessControl.read()).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void onlyIncidenceHasItsTransactions() {
        Map<String, Object> transactional = new HashMap<>(Map.of("transactional.id", "dripline-incidence-g1-0"));

        transactional.putAll(broker.clientOf("incidence"));
        try (var producer = producer(transactional)) {
            producer.initTransactions();
        }
        transactional.putAll(broker.clientOf("reporting"));
        try (var producer = producer(transactional)) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    void aGroupIsItsServices() {
        Map<String, Object> settings = new HashMap<>(broker.clientOf("reporting"));
        settings.put("group.id", "classification");

        try (var consumer = consumer(settings)) {
            consumer.subscribe(List.of("dripline.incidence.v1"));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void aWrongPasswordAStrangerAndNoEncryptionAreRefused() throws Exception {
        var elsewhere = directory.resolve("elsewhere");
        SecuredBroker.certificates(elsewhere, "kafka");
        Map<String, Object> plain = new HashMap<>(Map.of(
                "bootstrap.servers", broker.clientOf("intake").get("bootstrap.servers"),
                "request.timeout.ms", "2000",
                "default.api.timeout.ms", "3000"));

        assertThatThrownBy(() -> topicsSeenBy(broker.clientOf("intake", "guessed", directory.resolve("tls"))))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> topicsSeenBy(broker.clientOf("nobody", "of-nobody", directory.resolve("tls"))))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        // The client refuses the broker, whose certificate another authority signed.
        assertThatThrownBy(() -> topicsSeenBy(broker.clientOf("intake", "of-intake", elsewhere)))
                .hasCauseInstanceOf(SslAuthenticationException.class);
        assertThatThrownBy(() -> topicsSeenBy(plain)).hasCauseInstanceOf(TimeoutException.class);
    }

    /** Names are told of what one may look at alone. */
    @Test
    void aServiceSeesTheTopicsThatItHasToDoWith() throws Exception {
        assertThat(topicsSeenBy(broker.clientOf("intake")))
                .containsExactlyInAnyOrder("dripline.sessions.reported.v1", "dripline.clinic-weeks.v1");
    }

    private static Set<String> topicsSeenBy(Map<String, Object> client) throws Exception {
        try (var admin = Admin.create(client)) {
            return admin.listTopics().names().get();
        }
    }

    private static boolean reads(Map<String, Object> client, String topic) {
        try (var consumer = consumer(client)) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            for (int i = 0; i < 10; i++) {
                if (!consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    return true;
                }
            }
            throw new AssertionError("neither a record nor a refusal came from " + topic);
        } catch (TopicAuthorizationException refused) {
            return false;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic) {
        return new ProducerRecord<>(topic, 0, new byte[0], "record".getBytes(StandardCharsets.UTF_8));
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> client) {
        return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
        return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
