package io.dripline.classification.session;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestSurroundings;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.session.ReportedSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be coded becomes a dead letter as it came, and the rest of its partition flows. */
@QuarkusTest
@TestSurroundings
class DeadLettersTest {

    private static final String WORDS = "felt floaty";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    MeterRegistry metrics;

    private final UUID id = UUID.randomUUID();
    private final String patient = Reports.pseudonymOf(id);
    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "TOMBSTONE", textBlock = """
            felt floaty;                UNREADABLE;       expected a ReportedSession in JSON, found something else at byte
            {"schema":1,"id":;          UNREADABLE;       expected a ReportedSession in JSON
            '';                         UNREADABLE;       expected a ReportedSession, found an empty value
            TOMBSTONE;                  UNREADABLE;       expected a ReportedSession, found a tombstone
            {"schema":2};               UNKNOWN_VERSION;  expected a ReportedSession of schema 1, found schema 2
            '{"schema":1,"version":1}'; BROKEN_INVARIANT; expected a whole ReportedSession, found none of id, status, clinic, patient, firstReceivedAt, receivedAt, attributes
            """)
    void aValueThatIsNoReport(String value, DeadLetterCause cause, String message) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);

        assertDeadLetter(id.toString(), bytes, cause, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "schema":1;               "schema":3;                UNKNOWN_VERSION;  of schema 1, found schema 3
            "version":1;              "version":0;               BROKEN_INVARIANT; version: expected 1 or more, found 0
            "version":1;              "version":-4;              BROKEN_INVARIANT; version: expected 1 or more, found -4
            "version":1;              "version":1.5;             UNREADABLE;       ReportedSession.version: expected a value of type int
            "plannedSessions":1;      "plannedSessions":0;       BROKEN_INVARIANT; plannedSessions: expected 1 or more, found 0
            "status":"ACTIVE";        "status":"felt floaty";    UNREADABLE;       ReportedSession.status: expected one of ACTIVE, WITHDRAWN
            "weightKg":70.5;          "weightKg":"felt floaty";  UNREADABLE;       ReportedSession.attributes.weightKg: expected a value of type Double
            "clinic":"clinic-north";  "clinic":"";               BROKEN_INVARIANT; found none of clinic
            "verbatim":"felt floaty"; "verbatim":" ";            BROKEN_INVARIANT; found none of adverseEvents[0].verbatim
            "verbatim":"felt floaty"; "words":"felt floaty";     UNREADABLE;       ReportedSession.adverseEvents[0].verbatim: expected a value of type String
            """)
    void aReportThatBreaksARule(String text, String replacement, DeadLetterCause cause, String message) {
        String json = new String(ContractJson.write(Reports.of(id, 1, event(WORDS))), StandardCharsets.UTF_8);
        assertThat(json).contains(text);

        assertDeadLetter(
                id.toString(), json.replace(text, replacement).getBytes(StandardCharsets.UTF_8), cause, message);
    }

    /** Under none it cannot lie: the broker takes no such record into a compacted topic. */
    @ParameterizedTest
    @ValueSource(strings = {"", WORDS, "00000000-0000-4000-0000-000000000001"})
    void aReportUnderAnotherKey(String key) {
        assertDeadLetter(
                key,
                ContractJson.write(Reports.of(id, 1)),
                DeadLetterCause.BROKEN_INVARIANT,
                "key: expected the session's id %s, found another".formatted(id));
    }

    @Test
    void aReportInAnotherPatientsPartition() {
        int right = Line.partitionOf(patient);
        int wrong = (right + 1) % Topics.PARTITIONS;
        byte[] key = id.toString().getBytes(StandardCharsets.UTF_8);

        RecordMetadata origin = line.send(
                new ProducerRecord<>(Topics.SESSIONS_REPORTED, wrong, key, ContractJson.write(Reports.of(id, 1))));

        assertThat(Line.read(line.awaitLetter(origin)).message())
                .isEqualTo(
                        "session %s: expected its patient's partition %d, found it in %d".formatted(id, right, wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic", "patient"})
    void aSessionThatChangedHands(String what) {
        line.report(Reports.of(id, 1));
        line.awaitCoded(id, 1);
        ReportedSession moved = Reports.movedToAnother(what, Reports.of(id, 2));

        RecordMetadata origin = line.report(moved);

        DeadLetter letter = Line.read(line.awaitLetter(origin));
        assertThat(letter.cause()).isEqualTo(DeadLetterCause.BROKEN_INVARIANT);
        assertThat(letter.message())
                .isEqualTo("session %s version 2: expected the %s of its other versions, found another"
                        .formatted(id, what));
        line.report(Reports.of(id, 3));
        assertThat(line.awaitCoded(id, 2))
                .extracting(session -> session.version())
                .containsExactly(1, 3);
    }

    @Test
    void whatTheDatabaseRefusesGoesToTheDeadLettersAndItsBatchFlows() {
        // Given
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        // When
        line.report(Reports.of(before, 1));
        String unstorable = new String(ContractJson.write(Reports.of(id, 1, event("nausea"))), StandardCharsets.UTF_8)
                .replace("clinic-north", "clinic\\u0000north");
        RecordMetadata origin = line.send(id.toString(), patient, unstorable.getBytes(StandardCharsets.UTF_8));
        line.report(Reports.of(after, 1));

        // Then
        assertThat(Line.read(line.awaitLetter(origin)).message())
                .isEqualTo("expected content that the database takes, found what it refuses with SQLSTATE 22021");
        Line.patiently().untilAsserted(() -> {
            assertThat(line.coded(before)).hasSize(1);
            assertThat(line.coded(after)).hasSize(1);
        });
        assertThat(line.coded(id)).isEmpty();
    }

    @Test
    void aDeadLetterIsTheRecordByteForByteAndSaysWhereItLay() {
        // Given
        byte[] key = {1, (byte) 0xFF};
        byte[] value = {(byte) 0xFE, 0};
        long stamped = System.currentTimeMillis() - 60_000;
        var poison = new ProducerRecord<>(Topics.SESSIONS_REPORTED, 4, stamped, key, value);
        poison.headers().add("trace", new byte[] {7});

        // When
        RecordMetadata origin = line.send(poison);

        // Then
        ConsumerRecord<byte[], byte[]> letter = line.awaitLetter(origin);
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().lastHeader("trace").value()).containsExactly(7);
        DeadLetter said = Line.read(letter);
        assertThat(said.topic()).isEqualTo(Topics.SESSIONS_REPORTED);
        assertThat(said.partition()).isEqualTo(4);
        assertThat(said.timestamp().toEpochMilli()).isEqualTo(stamped);
        assertThat(said.service().name()).isEqualTo("classification");
        assertThat(said.service().version()).isNotBlank();
    }

    /** The headers come on top of the longest record that a table takes. */
    @Test
    void theLongestRecordBecomesADeadLetterToo() {
        byte[] garbage = "x".repeat(1_048_000).getBytes(StandardCharsets.UTF_8);

        RecordMetadata origin = line.send(id.toString(), patient, garbage);

        assertThat(line.awaitLetter(origin).value()).isEqualTo(garbage);
    }

    private void assertDeadLetter(String key, byte[] value, DeadLetterCause cause, String message) {
        double metered = metered(cause);

        RecordMetadata origin = line.send(key, patient, value);

        ConsumerRecord<byte[], byte[]> letter = line.awaitLetter(origin);
        assertThat(letter.value()).isEqualTo(value);
        DeadLetter said = Line.read(letter);
        assertThat(said.cause()).isEqualTo(cause);
        assertThat(said.message()).contains(message).doesNotContain(WORDS, patient, "clinic-north");
        Line.patiently().untilAsserted(() -> assertThat(metered(cause)).isEqualTo(metered + 1));
        line.report(Reports.of(id, 1));
        line.awaitCoded(id, 1);
        given().get("/q/health").then().statusCode(200);
    }

    private double metered(DeadLetterCause cause) {
        return metrics.get("dripline.dead.letters")
                .tag("topic", Topics.SESSIONS_REPORTED)
                .tag("cause", cause.name())
                .counter()
                .count();
    }
}
