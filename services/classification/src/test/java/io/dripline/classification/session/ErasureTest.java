package io.dripline.classification.session;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.text.FreeText;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.EventWords;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.WordsKey;
import io.dripline.privacy.seal.DataKey;
import io.dripline.privacy.seal.KeyRing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that come sealed are stored sealed, lie in dead letters without their key, and are gone once erased; what was counted stays. */
@QuarkusTest
@TestSurroundings
class ErasureTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    @Inject
    FreeText freeText;

    @Inject
    StoredTexts storedTexts;

    @Inject
    CodeSessions codeSessions;

    private final UUID id = UUID.randomUUID();
    private final String unclear = "qzxv " + id.toString().replaceAll("[^a-f]", "") + "q";
    private final AdverseEvent nausea = event(null);
    private final AdverseEvent unknown = event(null);
    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    @Test
    void sealedWordsAreCodedAndStoredSealed() throws SQLException {
        line.send(sealed(1, words("nausea")));

        CodedSession coded = line.awaitCoded(id, 1).getFirst();
        assertThat(coded.events().getFirst().codings().getFirst().term()).isEqualTo("nausea");
        assertThat(storedTexts.of(id, 1)).containsEntry(nausea.id(), "nausea").containsEntry(unknown.id(), unclear);
        assertThat(new String(ContractJson.write(coded), StandardCharsets.UTF_8))
                .doesNotContain(unclear);
        assertThat(dump()).isNotEmpty().doesNotContain("nausea", unclear);
    }

    /** Which come in the open, as they were typed. */
    @Test
    void wordsOfAnEarlierBuildAreMaskedBeforeTheyAreStored() throws SQLException {
        line.report(Reports.of(id, 1, event("Mrs Hippolyta, DOB 12/03/1961: nausea, " + unclear)));

        CodedSession coded = line.awaitCoded(id, 1).getFirst();

        assertThat(coded.events().getFirst().codings().getFirst().term()).isEqualTo("nausea");
        assertThat(storedTexts.of(id, 1).values()).containsExactly("Mrs ***, DOB ***: nausea, " + unclear);
        for (String table : database().rows("select tablename from pg_tables where schemaname = 'public'", id)) {
            assertThat(database().rows("select t::text from \"" + table + "\" t", id))
                    .as(table)
                    .noneMatch(row ->
                            row.toLowerCase(java.util.Locale.ROOT).contains("hippolyta") || row.contains("12/03/1961"));
        }
    }

    @Test
    void anErasedVersionDestroysTheKeysAndKeepsCodingsAndCounts() throws SQLException {
        line.send(sealed(1, words("nausea")));
        line.send(sealed(2, words("nausea")));
        List<CodedSession> before = line.awaitCoded(id, 2);

        line.report(erased(3));

        CodedSession after = line.awaitCoded(id, 3).getLast();
        assertThat(after.events()).isEqualTo(before.getLast().events());
        assertThat(after.events().getLast().awaitingReview()).isTrue();
        assertThat(storedTexts.of(id, 1)).isEmpty();
        assertThat(storedTexts.of(id, 2)).isEmpty();
        assertThat(database().rows("select 1 from patient_key where session_id = '%s'", id))
                .isEmpty();
        assertThat(database().rows("select 1 from session_word where session_id = '%s'", id))
                .isEmpty();
        assertThat(database().rows("select version from session_erasure where session_id = '%s'", id))
                .as("so that verifying the ledger misses no key")
                .containsExactly("3");
    }

    @Test
    void wordsThatNobodyHoldsAnyMoreLeaveTheQueue() throws SQLException {
        line.send(sealed(1, words("nausea")));
        line.awaitCoded(id, 1);
        String review = TestWordKeys.of(unclear).hex();
        officer("/reviews/" + review).then().statusCode(200);

        line.report(erased(2));
        line.awaitCoded(id, 2);

        Line.patiently()
                .untilAsserted(() -> assertThat(
                                officer("/reviews/" + review).jsonPath().getInt("occurrences"))
                        .isZero());
    }

    @Test
    void aDeadLetterHasNoKeyAndIsReadAfterAFixUntilItsWordsAreErased() throws SQLException {
        // a withdrawn key stands for whatever keeps a record from being coded
        byte[] value = ContractJson.write(report(1, seal(freeText.newKey(), 1, words("nausea")), null));
        DataKey right = freeText.newKey();
        byte[] readable = ContractJson.write(report(1, seal(right, 1, words("nausea")), null));
        ProducerRecord<byte[], byte[]> poison = record(value);
        poison.headers().add(WordsKey.HEADER, new WordsKey(id, 1, right.wrapped()).header());

        RecordMetadata origin = line.send(poison);

        ConsumerRecord<byte[], byte[]> letter = line.awaitLetter(origin);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().lastHeader(WordsKey.HEADER)).isNull();
        assertThat(Line.read(letter).message()).contains("expected words that were sealed by its key");
        line.send(record(readable));
        assertThat(line.awaitCoded(id, 1)
                        .getFirst()
                        .events()
                        .getFirst()
                        .codings()
                        .getFirst()
                        .term())
                .isEqualTo("nausea");

        line.report(erased(2));
        line.awaitCoded(id, 2);
        RecordMetadata late = line.send(record(ContractJson.write(report(3, seal(right, 3, words("nausea")), null))));
        assertThat(Line.read(line.awaitLetter(late)).message()).contains("expected the key of its words", "found none");
    }

    /** In one batch, and once more where it is delivered again. */
    @Test
    void anErasedKeyOfADeadLetterDoesNotComeBack() throws SQLException {
        ProducerRecord<byte[], byte[]> poison =
                record(ContractJson.write(report(1, seal(freeText.newKey(), 1, words("nausea")), null)));
        poison.headers()
                .add(WordsKey.HEADER, new WordsKey(id, 1, freeText.newKey().wrapped()).header());
        ProducerRecord<byte[], byte[]> erasing = record(ContractJson.write(erased(2)));

        for (int delivery = 0; delivery < 2; delivery++) {
            codeSessions.code(batch(poison, erasing));

            assertThat(database().rows("select 1 from patient_key where session_id = '%s'", id))
                    .as("after delivery %d", delivery)
                    .isEmpty();
        }
        assertThat(line.records(Topics.deadLettersOf(Topics.SESSIONS_REPORTED), id.toString()))
                .hasSize(2);
    }

    @Test
    void aKeyThatNoSecretOpensWaitsForTheSecret() throws Exception {
        DataKey foreign = new KeyRing(List.of("a secret that this installation was not given yet")).create();
        ProducerRecord<byte[], byte[]> early =
                record(ContractJson.write(report(1, seal(foreign, 1, words("nausea")), null)));
        early.headers().add(WordsKey.HEADER, new WordsKey(id, 1, foreign.wrapped()).header());

        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<?> coding = one.submit(() -> {
                codeSessions.code(batch(early));
                return null;
            });
            assertThatThrownBy(() -> coding.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            coding.cancel(true);
            one.shutdownNow();
        }

        assertThat(line.records(Topics.deadLettersOf(Topics.SESSIONS_REPORTED), id.toString()))
                .isEmpty();
    }

    @SafeVarargs
    private static ConsumerRecords<byte[], byte[]> batch(ProducerRecord<byte[], byte[]>... produced) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> one : produced) {
            // the service changes the headers of what it refuses
            records.add(new ConsumerRecord<>(
                    one.topic(),
                    one.partition(),
                    records.size(),
                    0,
                    TimestampType.CREATE_TIME,
                    one.key().length,
                    one.value().length,
                    one.key(),
                    one.value(),
                    new RecordHeaders(one.headers()),
                    Optional.empty()));
        }
        TopicPartition partition = new TopicPartition(produced[0].topic(), produced[0].partition());
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }

    private io.restassured.response.Response officer(String path) {
        return given().auth().oauth2(TestIssuer.tokenOf("safety-officer")).get(path);
    }

    private Map<UUID, String> words(String first) {
        return Map.of(nausea.id(), first, unknown.id(), unclear);
    }

    private ProducerRecord<byte[], byte[]> sealed(int version, Map<UUID, String> words) {
        DataKey key = freeText.newKey();
        ProducerRecord<byte[], byte[]> record =
                record(ContractJson.write(report(version, seal(key, version, words), null)));
        record.headers().add(WordsKey.HEADER, new WordsKey(id, version, key.wrapped()).header());
        return record;
    }

    private String seal(DataKey key, int version, Map<UUID, String> words) {
        String json =
                new String(ContractJson.write(new EventWords(ContractJson.SCHEMA, words)), StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(key.seal(json, ReportedSession.wordsPlace(id, version)));
    }

    private ReportedSession erased(int version) {
        return report(version, null, Instant.parse("2026-11-22T03:00:00Z"));
    }

    private ReportedSession report(int version, String words, Instant erasedAt) {
        ReportedSession plain = Reports.of(id, version, nausea, unknown);
        return new ReportedSession(
                plain.schema(),
                plain.id(),
                plain.version(),
                plain.status(),
                plain.clinic(),
                plain.patient(),
                plain.firstReceivedAt(),
                plain.receivedAt(),
                plain.attributes(),
                plain.adverseEvents(),
                words,
                erasedAt);
    }

    private ProducerRecord<byte[], byte[]> record(byte[] value) {
        return new ProducerRecord<>(
                Topics.SESSIONS_REPORTED,
                Line.partitionOf(Reports.pseudonymOf(id)),
                id.toString().getBytes(StandardCharsets.UTF_8),
                value);
    }

    private String dump() throws SQLException {
        return String.join(
                " ", database().rows("select encode(sealed, 'escape') from reported_text where session_id = '%s'", id));
    }

    private Database database() {
        return new Database(dataSource);
    }
}
