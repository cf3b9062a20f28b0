package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.relay.EnsureTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka was wiped, and the same generation is counted again from version 1. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TopicMadeAnewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Jdbi jdbi;

    private final String before = "before-" + UUID.randomUUID();
    private final String after = "after-" + UUID.randomUUID();

    /** As if nothing had been counted from the earlier topic, for the tests that share the servers. */
    @AfterEach
    void goOnFromTheNewTopic() throws Exception {
        jdbi.useHandle(handle -> handle.execute("update generation set topic_id = null"));
        publish(share("again-" + UUID.randomUUID(), 1, 1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void isNotTakenForOldVersionsInSilence() throws Exception {
        publish(share(before, 5, 70));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(exposed(before)).isEqualTo(70));

        makeAnew();
        publish(share(before, 1, 90), share(after, 1, 7));

        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(503)
                        .body(containsString("was made anew"), containsString("new generation")));
        await().atMost(PATIENCE).until(() -> consumed() >= 2);
        assertThat(exposed(before)).isEqualTo(70);
        assertThat(exposed(after)).isZero();
    }

    private void makeAnew() throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(Topics.INCIDENCE)).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(Topics.INCIDENCE));
        }
        new EnsureTopics(kafka, 1).tables(Topics.INCIDENCE);
    }

    /** Records read of the topic as it is now: its partition had other offsets before. */
    private long consumed() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(next_offset), 0) from consumed
                         where topic = :topic
                           and topic_id <> (select topic_id from generation where active)
                        """)
                .bind("topic", Topics.INCIDENCE)
                .mapTo(Long.class)
                .one());
    }

    private static CellShare share(String clinic, long version, long exposed) {
        return Shares.share(0, version, Shares.cell(Unit.SESSION, "2026-W40", clinic), exposed, 0);
    }

    private static long exposed(String clinic) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get("/api/incidence?measure=ANY&clinic=" + clinic)
                .jsonPath()
                .getLong("rows[0].exposed");
    }

    private void publish(CellShare... shares) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (CellShare share : shares) {
                producer.send(Shares.outgoing(share)).get();
            }
        }
    }
}
