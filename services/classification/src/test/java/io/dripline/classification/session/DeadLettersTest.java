package io.dripline.classification.session;

import static io.dripline.classification.session.Reports.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestSurroundings;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.session.ReportedSession;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSurroundings
class DeadLettersTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID id = UUID.randomUUID();
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
    @CsvSource(delimiter = '|', textBlock = """
            garbage                         | not a readable ReportedSession
            {"schema":2}                    | expected a ReportedSession of schema 1, found schema 2
            {"schema":1,"version":0}        | not a readable ReportedSession
            {"schema":1,"version":1}        | a ReportedSession without id, status, clinic, patient, firstReceivedAt, receivedAt, attributes
            NULL                            | expected a ReportedSession, found an empty record
            """, nullValues = "NULL")
    void whatCannotBeReadGoesToTheDeadLetters(String value, String reason) {
        // Given
        String patient = Reports.pseudonymOf(id);
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);

        // When
        RecordMetadata origin = line.send("poison-" + id, patient, bytes);

        // Then
        line.report(Reports.of(id, 1));
        line.awaitCoded(id, 1);
        ConsumerRecord<String, byte[]> letter = awaitLetter("poison-" + id);
        assertThat(letter.value()).isEqualTo(bytes);
        assertThat(headersOf(letter))
                .containsEntry(DeadLetters.REASON, reason)
                .containsEntry(DeadLetters.TOPIC, Topics.SESSIONS_REPORTED)
                .containsEntry(DeadLetters.PARTITION, String.valueOf(origin.partition()))
                .containsEntry(DeadLetters.OFFSET, String.valueOf(origin.offset()))
                .containsKey(DeadLetters.CAUSE);
    }

    @Test
    void aRecordUnderAnotherKeyGoesToTheDeadLetters() {
        // Given
        ReportedSession session = Reports.of(id, 1);

        // When
        line.send("somebody-else-" + id, session.patient(), ContractJson.write(session));

        // Then
        assertThat(headersOf(awaitLetter("somebody-else-" + id)).get(DeadLetters.REASON))
                .isEqualTo("expected the key %s, found somebody-else-%s".formatted(id, id));
    }

    @Test
    void whatTheDatabaseRefusesGoesToTheDeadLettersAndItsBatchFlows() {
        // Given
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        // When
        line.report(Reports.of(before, 1));
        line.report(Reports.of(id, 1, event("nausea\0")));
        line.report(Reports.of(after, 1));

        // Then
        assertThat(headersOf(awaitLetter(id.toString())).get(DeadLetters.REASON))
                .startsWith("the database refuses what it contains, SQLSTATE 22");
        Line.patiently().untilAsserted(() -> {
            assertThat(line.coded(before)).hasSize(1);
            assertThat(line.coded(after)).hasSize(1);
        });
        assertThat(line.coded(id)).isEmpty();
    }

    private ConsumerRecord<String, byte[]> awaitLetter(String key) {
        String dead = Topics.deadLettersOf(Topics.SESSIONS_REPORTED);
        return Line.patiently()
                .until(() -> line.records(dead, key), letters -> !letters.isEmpty())
                .getFirst();
    }

    private static Map<String, String> headersOf(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
