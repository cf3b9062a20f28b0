package io.dripline.classification.session;

import static io.dripline.classification.session.Reports.erased;
import static io.dripline.classification.session.Reports.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dripline.classification.TestSurroundings;
import io.dripline.coding.Term;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedEvent;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.trace.Traceparent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSurroundings
class CodeSessionsTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    @Inject
    StoredTexts storedTexts;

    @Inject
    MeterRegistry metrics;

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

    @Test
    void aReportBecomesACodedRow() throws SQLException {
        // Given
        AdverseEvent vomiting = event("vomited twice");
        AdverseEvent unknown = event("qzxv brblfrk");

        // When
        line.report(Reports.of(id, 1, vomiting, unknown));

        // Then
        Line.patiently()
                .untilAsserted(() -> assertThat(database().rows("""
                select version, coding_revision, status, clinic, patient, vocabulary, attributes ->> 'startedAt',
                       jsonb_array_length(events) from coded_session where session_id = '%s'""", id))
                        .containsExactly("1|1|ACTIVE|clinic-north|%s|2026.11.12|2026-11-22T09:00:00+11:00|2"
                                .formatted(Reports.pseudonymOf(id))));
        assertThat(storedTexts.of(id, 1))
                .containsOnly(Map.entry(vomiting.id(), "vomited twice"), Map.entry(unknown.id(), "qzxv brblfrk"));
        assertThat(database().rows("select encode(sealed, 'escape') from reported_text where session_id = '%s'", id))
                .hasSize(2)
                .noneMatch(row -> row.contains("vomited") || row.contains("brblfrk"));
    }

    @Test
    void aReportBecomesACodedRecordWithoutTheReportersWords() {
        // Given
        AdverseEvent vomiting = event("vomited twice");
        AdverseEvent unknown = event("qzxv brblfrk");
        ReportedSession reported = Reports.of(id, 1, vomiting, unknown);

        // When
        line.report(reported);

        // Then
        CodedSession coded = line.awaitCoded(id, 1).getFirst();
        assertThat(coded)
                .usingRecursiveComparison()
                .comparingOnlyFields("id", "version", "status", "clinic", "patient", "firstReceivedAt", "receivedAt")
                .isEqualTo(reported);
        assertThat(coded.codingRevision()).isEqualTo(1);
        assertThat(coded.attributes()).isEqualTo(reported.attributes());
        assertThat(coded.events())
                .extracting(CodedEvent::id, CodedEvent::awaitingReview)
                .containsExactly(tuple(vomiting.id(), false), tuple(unknown.id(), true));
        assertThat(coded.events().getFirst().codings())
                .singleElement()
                .satisfies(coding -> assertThat(coding.category()).isEqualTo(Category.GI));
        ConsumerRecord<byte[], byte[]> record =
                line.records(Topics.SESSIONS_CODED, id.toString()).getFirst();
        assertThat(record.partition()).isEqualTo(Line.partitionOf(Reports.pseudonymOf(id)));
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("vomited twice", "qzxv");
    }

    /** Recorded or not, the trace is the report's; what came long ago is coded in it, and published without. */
    @ParameterizedTest
    @CsvSource({"00, PT1H, true", "01, PT1H, true", "01, PT25H, false"})
    void aCodingGoesOnInTheTraceOfItsReport(String flags, Duration ago, boolean published) throws SQLException {
        // Given
        ReportedSession report =
                Reports.receivedAt(Instant.now().minus(ago), Reports.of(id, 1, event("vomited twice")));
        String trace = "00-%s-".formatted(UUID.randomUUID().toString().replace("-", ""));

        // When
        line.send(new ProducerRecord<>(
                Topics.SESSIONS_REPORTED,
                Line.partitionOf(report.patient()),
                id.toString().getBytes(StandardCharsets.UTF_8),
                ContractJson.write(report),
                new RecordHeaders()
                        .add("traceparent", (trace + "00f067aa0ba902b7-" + flags).getBytes(StandardCharsets.UTF_8))));

        // Then
        line.awaitCoded(id, 1);
        String stored = database()
                .rows("select traceparent from coded_session where session_id = '%s'", id)
                .getFirst();
        assertThat(stored).matches(trace + "[0-9a-f]{16}-" + flags);
        assertThat(stored.contains("00f067aa0ba902b7")).isEqualTo(flags.equals("00"));
        assertThat(Traceparent.in(line.records(Topics.SESSIONS_CODED, id.toString())
                        .getFirst()
                        .headers()))
                .isEqualTo(published ? stored : null);
    }

    @Test
    void aSessionWithoutEventsIsCodedToo() {
        // When
        line.report(Reports.of(id, 1));

        // Then
        assertThat(line.awaitCoded(id, 1).getFirst().events()).isEmpty();
    }

    @Test
    void anAmendmentIsTheNextState() {
        // Given
        line.report(Reports.of(id, 1, event("nausea")));

        // When
        line.report(Reports.of(id, 2, event("hallucinations")));

        // Then
        assertThat(line.awaitCoded(id, 2))
                .extracting(
                        CodedSession::version,
                        session ->
                                session.events().getFirst().codings().getFirst().category())
                .containsExactly(tuple(1, Category.GI), tuple(2, Category.CNS));
    }

    @Test
    void aWithdrawalIsAStateToo() {
        // Given
        AdverseEvent nausea = event("nausea");
        line.report(Reports.of(id, 1, nausea));

        // When
        line.report(Reports.of(id, 2, SessionStatus.WITHDRAWN, nausea));

        // Then
        assertThat(line.awaitCoded(id, 2).getLast().status()).isEqualTo(SessionStatus.WITHDRAWN);
    }

    @Test
    void aDuplicateChangesNothing() throws SQLException {
        // Given
        ReportedSession first = Reports.of(id, 1, event("nausea"));
        line.report(first);
        line.awaitCoded(id, 1);

        // When
        line.report(first);

        // Then
        line.report(Reports.of(id, 2));
        assertThat(line.awaitCoded(id, 2)).extracting(CodedSession::version).containsExactly(1, 2);
        assertThat(database().rows("select version from coded_session where session_id = '%s' order by seq", id))
                .containsExactly("1", "2");
        assertThat(database().rows("select version from reported_text where session_id = '%s'", id))
                .containsExactly("1");
    }

    /** As in a rebuild after a secret was lost: what is stored is stored, and its words are not asked for again. */
    @Test
    void aStoredVersionWhoseWordsNobodyCanOpenChangesNothing() {
        // Given
        ReportedSession first = Reports.of(id, 1, event("nausea"));
        line.report(first);
        line.awaitCoded(id, 1);
        String sealed = new String(ContractJson.write(first), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"words\":\"AAAA\",");

        // When
        line.send(id.toString(), first.patient(), sealed.getBytes(StandardCharsets.UTF_8));

        // Then
        line.report(Reports.of(id, 2));
        assertThat(line.awaitCoded(id, 2)).extracting(CodedSession::version).containsExactly(1, 2);
        assertThat(line.records(Topics.deadLettersOf(Topics.SESSIONS_REPORTED), id.toString()))
                .isEmpty();
    }

    @Test
    void anOlderVersionIsStoredButNeverPublishedAfterANewerOne() throws SQLException {
        // Given
        line.report(Reports.of(id, 3));
        line.awaitCoded(id, 1);

        // When
        line.report(Reports.of(id, 2));

        // Then
        line.report(Reports.of(id, 4));
        assertThat(line.awaitCoded(id, 2)).extracting(CodedSession::version).containsExactly(3, 4);
        assertThat(database().rows("select version from coded_session where session_id = '%s' order by seq", id))
                .containsExactly("3", "2", "4");
    }

    @Test
    void aSeriousEventWhoseWordsStateNoneAwaitsReview() {
        // When
        line.report(Reports.of(id, 1, event("nil nausea", Seriousness.HOSPITALISATION), event("nil nausea")));

        // Then
        assertThat(line.awaitCoded(id, 1).getFirst().events())
                .extracting(CodedEvent::codings, CodedEvent::awaitingReview)
                .containsExactly(tuple(List.of(), true), tuple(List.of(), false));
    }

    @Test
    void anEventWhoseWordsWereErasedKeepsItsCoding() throws SQLException {
        // Given
        AdverseEvent nausea = event("nausea");
        AdverseEvent unclear = event("qzxv brblfrk");
        AdverseEvent nothing = event("nil nausea");
        line.report(Reports.of(id, 1, nausea, unclear, nothing));
        CodedSession before = line.awaitCoded(id, 1).getFirst();
        database().execute("delete from reported_text where session_id = '%s'".formatted(id));

        // When
        RecordMetadata withdrawal = line.report(
                Reports.of(id, 2, SessionStatus.WITHDRAWN, erased(nausea), erased(unclear), erased(nothing)));

        // Then
        CodedSession after = line.awaitCoded(id, 2).getLast();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.events()).isEqualTo(before.events());
        assertThat(line.records(Topics.deadLettersOf(withdrawal.topic()), id.toString()))
                .isEmpty();
        assertThat(database().rows("select 1 from reported_text where session_id = '%s'", id))
                .isEmpty();
    }

    @Test
    void anErasedVersionThatWasCodedBeforeChangesNothing() throws SQLException {
        // Given
        AdverseEvent nausea = event("nausea");
        line.report(Reports.of(id, 1, nausea));
        line.awaitCoded(id, 1);

        // When
        line.report(Reports.of(id, 1, erased(nausea)));

        // Then
        line.report(Reports.of(id, 2, erased(nausea), event("hallucinations")));
        assertThat(line.awaitCoded(id, 2))
                .extracting(
                        CodedSession::version,
                        session -> session.events().stream()
                                .flatMap(event -> event.codings().stream())
                                .map(Coding::category)
                                .toList())
                .containsExactly(tuple(1, List.of(Category.GI)), tuple(2, List.of(Category.GI, Category.CNS)));
    }

    @Test
    void anErasedEventThatWasNeverCodedAwaitsReview() {
        // When
        line.report(Reports.of(id, 1, erased(event("nausea"))));

        // Then
        assertThat(line.awaitCoded(id, 1).getFirst().events())
                .extracting(CodedEvent::codings, CodedEvent::awaitingReview)
                .containsExactly(tuple(List.of(), true));
    }

    /** Of the words that a session may have at most, those whose codings are the longest. */
    @Test
    void theLongestCodedSessionIsPublished() {
        // Given
        Vocabulary vocabulary = Vocabulary.standard();
        String names = vocabulary.terms().stream()
                .filter(term -> term.category() != null)
                .map(Term::name)
                .filter(name -> name.matches("[a-z ]+"))
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(60)
                .collect(Collectors.joining(", "));
        AdverseEvent[] events = IntStream.range(0, 200)
                .mapToObj(i -> event(names.substring(0, Math.min(names.length(), 4000))))
                .toArray(AdverseEvent[]::new);

        // When
        line.report(Reports.of(id, 1, events));

        // Then
        assertThat(line.awaitCoded(id, 1).getFirst().events()).hasSize(200);
        assertThat(line.records(Topics.SESSIONS_CODED, id.toString()).getFirst().value())
                .hasSizeBetween(1 << 20, Topics.LONGEST_RECORD);
    }

    @Test
    void aReportWaitsForTheDatabase() throws SQLException {
        // Given
        double retriesBefore = retries();
        database().execute("alter table reported_text rename to away");

        // When
        line.report(Reports.of(id, 1, event("nausea")));

        // Then
        Line.patiently().until(() -> retries() > retriesBefore);
        assertThat(line.coded(id)).isEmpty();
        database().execute("alter table away rename to reported_text");
        line.awaitCoded(id, 1);
        assertThat(line.records(Topics.deadLettersOf(Topics.SESSIONS_REPORTED), id.toString()))
                .isEmpty();
    }

    @Test
    void offsetsAreCommittedOnceTheReportIsStored() throws SQLException {
        // When
        RecordMetadata reported = line.report(Reports.of(id, 1));

        // Then
        TopicPartition partition = new TopicPartition(Topics.SESSIONS_REPORTED, reported.partition());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Line.patiently()
                    .untilAsserted(() -> assertThat(admin.listConsumerGroupOffsets("classification")
                                    .partitionsToOffsetAndMetadata()
                                    .get())
                            .hasEntrySatisfying(
                                    partition,
                                    committed -> assertThat(committed.offset()).isGreaterThan(reported.offset())));
        }
        assertThat(database().rows("select version from coded_session where session_id = '%s'", id))
                .containsExactly("1");
    }

    @Test
    void whatWasCodedIsNeverChanged() {
        // Given
        line.report(Reports.of(id, 1));
        line.awaitCoded(id, 1);

        // When, then
        assertThatThrownBy(() -> database().execute("update coded_session set status = 'WITHDRAWN'"))
                .hasMessageContaining("coded_session is append-only");
    }

    private Database database() {
        return new Database(dataSource);
    }

    private double retries() {
        return metrics.find("ft.retry.retries.total").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
