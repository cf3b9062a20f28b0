package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.dripline.contracts.Topics;
import io.dripline.local.deadletters.DeadLettersCommand;
import io.dripline.local.stack.Part;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that nobody can process, and records that somebody refused by mistake. */
@ExtendWith(TheLine.Running.class)
class PoisonJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Not one of them can be read by any table's consumer; null is a tombstone. */
    private static final List<String> POISON = Arrays.asList(
            "not json",
            "",
            null,
            "{\"schema\":2,\"version\":1}",
            "{\"schema\":1,\"version\":0",
            "{\"schema\":1,\"version\":0,\"codingRevision\":0,\"generation\":0,\"shard\":0,\"exposed\":-1,"
                    + "\"awaiting\":0,\"replaced\":0,\"measures\":{}}");

    private static final List<String> CONSUMED =
            List.of(Topics.SESSIONS_REPORTED, Topics.SESSIONS_CODED, Topics.INCIDENCE, Topics.CLINIC_WEEKS);

    private final TheLine line;
    private final Clinic clinic;
    private final Officer officer;

    PoisonJourney(TheLine line) {
        this.line = line;
        this.clinic = new Clinic(line, "clinic-south");
        this.officer = new Officer(line);
    }

    @Test
    void poisonInEveryPartitionOfEveryTableStallsNothing() throws IOException {
        clinic.reports("2025-09-15T09:00:00+10:00", "dizzy");
        Map<String, Count> before = counts();

        poisonEveryPartition();
        for (int i = 0; i < 12; i++) {
            clinic.reports("2025-09-16T09:00:00+10:00", "dizzy");
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(officer.incidence("CNS", "SESSION", "clinic-south", "2025-W38", "2025-W38"))
                                .isEqualTo(new Officer.Row(13, 13, 13)));
        int poisoned = POISON.size() * Topics.PARTITIONS;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts())
                        .allSatisfy((table, now) -> assertThat(
                                        now.letters() - before.get(table).letters())
                                .as(table)
                                .isEqualTo(CONSUMED.contains(table) ? poisoned : 0)));
        assertThat(counts()).allSatisfy((table, now) -> assertThat(now.open()).isZero());
        assertThat(command("--limit", "1000"))
                .contains(
                        "expected a ReportedSession in JSON",
                        "expected a CodedSession of schema 1, found schema 2",
                        "expected a CellShare, found a tombstone",
                        "expected a ClinicWeek, found a tombstone",
                        "UNREADABLE",
                        "UNKNOWN_VERSION",
                        "BROKEN_INVARIANT");
        for (Part part : List.of(Part.INTAKE, Part.CLASSIFICATION, Part.INCIDENCE, Part.REPORTING)) {
            given().get(line.address(part) + "/q/health").then().statusCode(200).body("status", is("UP"));
        }
        assertThat(metered(Part.CLASSIFICATION, Topics.SESSIONS_REPORTED)).isGreaterThanOrEqualTo(poisoned);
        assertThat(metered(Part.INCIDENCE, Topics.SESSIONS_CODED)).isGreaterThanOrEqualTo(poisoned);
        assertThat(metered(Part.REPORTING, Topics.INCIDENCE)).isGreaterThanOrEqualTo(poisoned);
        assertThat(metered(Part.REPORTING, Topics.CLINIC_WEEKS)).isGreaterThanOrEqualTo(poisoned);
        line.assertEqualsRecount();
    }

    /** Somebody's migration was too strict. It is mended, what it refused is sent back, and every cell is right again. */
    @Test
    void whatWasRefusedByMistakeCountsOnceItIsSentBack() throws Exception {
        Map<String, Count> before = counts();
        line.execute(Part.CLASSIFICATION, """
                alter table coded_session add constraint too_strict
                check (attributes ->> 'startedAt' not like '2025-09-02T%') not valid""");
        line.execute(Part.REPORTING, "alter table cell add constraint too_strict check (week <> '2025-W37') not valid");
        clinic.reports("2025-09-02T09:00:00+10:00", "dizzy");
        NewSession wrong = NewSession.of(Clinic.newPatient(), "2025-09-02T10:00:00+10:00", List.of());
        clinic.amends(clinic.posts(wrong), wrong.startingAt("2025-09-03T10:00:00+10:00"));
        clinic.reports("2025-09-09T09:00:00+10:00", "threw up");

        // The first version that was amended is settled by its second; the session's three cells are of one partition.
        awaitOpen(before, 1, 3);
        assertThat(officer.incidence("CNS", "SESSION", "clinic-south", "2025-W36", "2025-W37"))
                .isEqualTo(new Officer.Row(1, 0, 0));

        line.execute(Part.CLASSIFICATION, "alter table coded_session drop constraint too_strict");
        line.execute(Part.REPORTING, "alter table cell drop constraint too_strict");
        String said = command("--send-back", "--yes");

        assertThat(said).contains("sent back 4");
        line.assertEqualsRecount();
        assertThat(officer.incidence("CNS", "SESSION", "clinic-south", "2025-W36", "2025-W37"))
                .isEqualTo(new Officer.Row(3, 1, 1));
        awaitOpen(before, 0, 0);
        assertThat(command("--send-back")).contains("there is nothing to send back");
    }

    private void awaitOpen(Map<String, Count> before, int reported, int incidence) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Count> now = counts();
            assertThat(now.get(Topics.SESSIONS_REPORTED).letters()
                            - before.get(Topics.SESSIONS_REPORTED).letters())
                    .isEqualTo(2);
            assertThat(now.get(Topics.SESSIONS_REPORTED).open()).isEqualTo(reported);
            assertThat(now.get(Topics.INCIDENCE).open()).isEqualTo(incidence);
        });
    }

    private void poisonEveryPartition() {
        Map<String, Object> config = Map.of("bootstrap.servers", line.address(Part.KAFKA), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String table : Topics.TABLES) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    for (String poison : POISON) {
                        var _ = producer.send(new ProducerRecord<>(
                                table,
                                partition,
                                ("poison-" + partition).getBytes(UTF_8),
                                poison == null ? null : poison.getBytes(UTF_8)));
                    }
                }
            }
        }
    }

    /** Dead letters of one table, as the command counts them. */
    private record Count(int letters, int open) {}

    private Map<String, Count> counts() throws IOException {
        Map<String, Count> counts = new HashMap<>();
        Matcher rows = Pattern.compile("(?m)^(dripline\\S+) +(\\d+) +(\\d+) +\\d+ +\\d+$")
                .matcher(command("--limit", "0"));
        while (rows.find()) {
            counts.put(rows.group(1), new Count(Integer.parseInt(rows.group(2)), Integer.parseInt(rows.group(3))));
        }
        assertThat(counts).containsOnlyKeys(Topics.TABLES);
        return counts;
    }

    private String command(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        DeadLettersCommand.run(
                line.address(Part.KAFKA),
                List.of(arguments),
                new PrintStream(out, true, UTF_8),
                new BufferedReader(new StringReader("")));
        return out.toString(UTF_8);
    }

    private double metered(Part part, String table) {
        String metrics = given().get(line.address(part) + "/q/metrics").asString();
        return Pattern.compile("(?m)^dripline_dead_letters_total\\{.*topic=\"" + Pattern.quote(table) + "\".*} (\\S+)$")
                .matcher(metrics)
                .results()
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }
}
