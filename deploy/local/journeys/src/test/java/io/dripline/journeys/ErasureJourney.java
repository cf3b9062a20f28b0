package io.dripline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.Topics;
import io.dripline.contracts.session.WordsKey;
import io.dripline.local.audit.Audit;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patient's words go down the whole line, by way of a dead letter too, and are erased: nobody can read them anywhere afterwards. */
class ErasureJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The broker's cleaner looks every 15 seconds, and closes nothing before something is added. */
    private static final Duration CLEANING = Duration.ofMinutes(4);

    private static final List<Part> DATABASES = List.of(Part.INTAKE, Part.CLASSIFICATION, Part.REPORTING);

    private final String mark = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";
    private final NewSession first =
            NewSession.of(Clinic.newPatient(), "2025-10-06T09:00:00+10:00", List.of("dizzy", "it was all " + mark));
    private final NewSession second =
            NewSession.of(first.patient(), "2025-10-14T09:00:00+10:00", List.of("again " + mark));

    @TempDir
    private Path directory;

    @Test
    void whatWasSaidIsGoneEverywhereAndWhatWasCountedStays() throws Exception {
        StackConfig config = StackConfig.of(TheLine.checkout())
                .withData(directory.resolve("data"))
                .withPorts(Ports.free())
                .withSetting("DRIPLINE_RECODING_PREVIEW_PAUSE", "PT1S");
        try (TheLine line = TheLine.beside(config)) {
            // Given
            Clinic clinic = new Clinic(line, "clinic-north");
            Officer officer = new Officer(line);
            StandingAlert standing = new StandingAlert(line);
            Map<String, Object> alert = standing.raised();
            Clinic.Reported coded = clinic.posts(first);
            clinic.amends(coded, first.with("dizzy", "it was all " + mark + " indeed"));
            line.assertEqualsRecount();
            String refused = refusedByMistake(line, clinic);
            assertThat(everything(line, Part.CLASSIFICATION))
                    .as("masked words that await review")
                    .contains(mark);
            assertThat(withKeys(line, coded.id(), refused))
                    .as("words with their keys")
                    .isNotEmpty();
            Officer.Row shown = week(officer);

            // When
            clinic.erases(first.patient());

            // Then
            assertThat(clinic.reads(coded.id()).<List<String>>path("adverseEvents.verbatim"))
                    .containsOnlyNulls();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(keysOf(line, coded.id(), refused)).isZero());
            await().atMost(PATIENCE).untilAsserted(() -> {
                for (Part database : DATABASES) {
                    assertThat(everything(line, database)).as(database.id()).doesNotContain(mark);
                }
            });
            assertThat(letters(line, refused))
                    .as("what remains is sealed, and its key nowhere")
                    .isNotEmpty()
                    .allSatisfy(letter -> {
                        assertThat(letter.headers().lastHeader(WordsKey.HEADER)).isNull();
                        assertThat(text(letter)).doesNotContain(mark);
                    });
            cleanSoon(line);
            await().atMost(CLEANING).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
                for (int i = 0; i < 12; i++) {
                    clinic.reports("2025-11-12T09:00:00+10:00");
                }
                assertThat(withKeys(line, coded.id(), refused))
                        .as("earlier records and the keys in them")
                        .isEmpty();
            });
            line.assertEqualsRecount();
            assertThat(week(officer)).isEqualTo(shown);
            standing.assertStands(alert);
            for (Part part : Part.values()) {
                assertThat(Files.readString(config.log(part))).as(part.id()).doesNotContain(mark);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertVerified(line));
        }
    }

    /** Classification cannot store it; by the time that it could again the words are erased. */
    private String refusedByMistake(TheLine line, Clinic clinic) throws SQLException {
        line.execute(Part.CLASSIFICATION, """
                alter table coded_session add constraint too_strict
                check (attributes ->> 'startedAt' not like '2025-10-14T%') not valid""");
        String refused = clinic.posts(second).id();
        await().atMost(PATIENCE).until(() -> !letters(line, refused).isEmpty());
        line.execute(Part.CLASSIFICATION, "alter table coded_session drop constraint too_strict");
        return refused;
    }

    private static Officer.Row week(Officer officer) {
        return officer.incidence("ANY", "SESSION", "clinic-north", "2025-W41", "2025-W41");
    }

    /** What an operator would wait a day for. */
    private static void cleanSoon(TheLine line) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", line.address(Part.KAFKA)))) {
            var changes = Map.of("segment.ms", "1000", "max.compaction.lag.ms", "1000").entrySet().stream()
                    .map(setting -> new AlterConfigOp(
                            new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.SESSIONS_REPORTED);
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> withKeys(TheLine line, String... sessions) {
        return records(line, Topics.SESSIONS_REPORTED, sessions).stream()
                .filter(record -> record.headers().lastHeader(WordsKey.HEADER) != null)
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(TheLine line, String session) {
        return records(line, Topics.deadLettersOf(Topics.SESSIONS_REPORTED), session);
    }

    /** Those of some sessions that a topic holds now. */
    private static List<ConsumerRecord<byte[], byte[]>> records(TheLine line, String topic, String... sessions) {
        Map<String, Object> settings = Map.of("bootstrap.servers", line.address(Part.KAFKA));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (Stream.of(sessions).anyMatch(session -> text(record).contains(session))) {
                        records.add(record);
                    }
                }
            }
        }
        return records;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    }

    private static long keysOf(TheLine line, String... sessions) throws SQLException {
        long keys = 0;
        for (Part database : List.of(Part.INTAKE, Part.CLASSIFICATION)) {
            keys += Long.parseLong(ask(
                    line,
                    database,
                    "select count(*) from patient_key where session_id in ('%s')"
                            .formatted(String.join("', '", sessions))));
        }
        return keys;
    }

    /** Every row of every table, as text. */
    private static String everything(TheLine line, Part database) throws SQLException {
        StringBuilder rows = new StringBuilder();
        String tables =
                ask(line, database, "select string_agg(tablename, ' ') from pg_tables where schemaname = 'public'");
        for (String table : tables.split(" ")) {
            rows.append(ask(
                    line, database, "select coalesce(string_agg(t::text, ' '), '') from \"%s\" t".formatted(table)));
        }
        return rows.toString();
    }

    private static String ask(TheLine line, Part database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(line.config().jdbcUrl(database), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void assertVerified(TheLine line) throws Exception {
        var said = new ByteArrayOutputStream();
        boolean whole = new Audit(line.config(), Map.of(), new PrintStream(said, true)).verify(List.of());
        assertThat(whole).as(said.toString()).isTrue();
    }
}
