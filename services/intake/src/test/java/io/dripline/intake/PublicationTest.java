package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.SessionStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is committed reaches the topic, on a real broker. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PublicationTest {

    private static final String REPORT = """
            {"reference": "%s", "patient": "P-0042", "startedAt": "2026-11-22T09:00:00+11:00",
             "route": "INTRAVENOUS", "ascertainment": "CHECKLIST", "weightKg": %d,
             "adverseEvents": [{"verbatim": "felt floaty"}]}""";

    private static final Clinic CLINIC = new Clinic("clinic-published");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void everyVersionArrivesInOrderInThePartitionOfItsPatient() {
        String id = CLINIC.post(REPORT.formatted("published", 70))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        CLINIC.put(id, "\"1\"", "weighed again", REPORT.formatted("published", 72))
                .then()
                .statusCode(200);
        CLINIC.delete(id, "\"2\"", "entered twice").then().statusCode(204);

        List<ConsumerRecord<String, byte[]>> records = recordsOf(id, 3);

        List<ReportedSession> sessions =
                records.stream().map(PublishedRecords::opened).toList();
        String patient =
                Database.value("select patient from session_version where session_id = '%s' limit 1".formatted(id));
        int partition = BuiltInPartitioner.partitionForKey(patient.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
        assertThat(records).allSatisfy(record -> assertThat(record.partition()).isEqualTo(partition));
        assertThat(sessions).extracting(ReportedSession::version).containsExactly(1, 2, 3);
        assertThat(sessions)
                .extracting(ReportedSession::status)
                .containsExactly(SessionStatus.ACTIVE, SessionStatus.ACTIVE, SessionStatus.WITHDRAWN);
        ReportedSession amended = sessions.get(1);
        assertThat(amended.clinic()).isEqualTo("clinic-published");
        assertThat(amended.patient()).isEqualTo(patient).matches("[0-9a-f]{64}");
        assertThat(amended.attributes().weightKg()).isEqualTo(72.0);
        assertThat(amended.attributes().startedAt()).hasToString("2026-11-22T09:00+11:00");
        assertThat(amended.firstReceivedAt()).isEqualTo(FixedClock.NOW);
        assertThat(amended.adverseEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.verbatim()).isEqualTo("felt floaty"));
        assertThat(amended.adverseEvents().getFirst().id())
                .isEqualTo(sessions.getFirst().adverseEvents().getFirst().id());
    }

    /** As after an erasure and a rebuild, which reads every row again. */
    @Test
    void aRowWhoseWordsWereErasedIsPublishedAgainWithoutThem() {
        String id = CLINIC.post(REPORT.formatted("erased", 70)).path("id");
        recordsOf(id, 1);
        Database.execute("delete from patient_key where session_id = '%s'".formatted(id));

        Database.execute("update relay_position set xid = '0', seq = 0 where name = 'sessions-reported'");

        ConsumerRecord<String, byte[]> again = recordsOf(id, 2).getLast();
        assertThat(new String(again.value(), StandardCharsets.UTF_8)).contains("\"verbatim\":null");
        assertThat(ContractJson.read(again.value(), ReportedSession.class).adverseEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.verbatim()).isNull());
        isWellWhileItPublishes();
    }

    @Test
    void isWellWhileItPublishes() {
        await().untilAsserted(() -> given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'publication' }.data.active", equalTo(true)));
    }

    private List<ConsumerRecord<String, byte[]>> recordsOf(String key, int count) {
        return PublishedRecords.of(bootstrapServers, Topics.SESSIONS_REPORTED, key, count);
    }
}
