package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.Topics;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.deadletter.DeadLetter;
import io.dripline.contracts.deadletter.DeadLetterCause;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.alert.SupersedeAlert;
import io.dripline.reporting.alert.WeeklyEvidence;
import io.dripline.reporting.incidence.CountsSettled;
import io.dripline.reporting.incidence.TouchedCells;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** From the incidence topic to rates, comparisons, and alerts in their topic. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class LineTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "mp.messaging.outgoing.alerts.max.request.size")
    int longestAlert;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry metrics;

    @Inject
    SupersedeAlert supersedeAlert;

    @Inject
    ObjectMapper json;

    /** What a start fires. */
    @Inject
    Event<CountsSettled> countsSettled;

    @Test
    void sendsAnAlertAsLongAsItsTopicTakes() {
        assertThat(longestAlert).isEqualTo(Topics.LONGEST_RECORD);
    }

    @Test
    void showsARateAndRaisesOneAlertForAnExcess() {
        String clinic = "excess-" + UUID.randomUUID();
        Cell cell = Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic);
        publish(Shares.share(1, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 2000, 75));
        publish(Shares.share(1, 1, cell, 40, 2));
        awaitExposed(clinic, 40);
        assertThat(alertsOf(clinic)).isEmpty();

        publish(Shares.share(1, 2, cell, 140, 60));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(alertsOf(clinic)).hasSize(1));
        publish(Shares.share(1, 3, cell, 160, 75));
        awaitExposed(clinic, 160);
        publish(Shares.share(1, 4, cell, 2000, 75));
        awaitExposed(clinic, 2000);
        jdbi.useHandle(handle -> countsSettled.fire(new CountsSettled(handle, true, TouchedCells.NONE)));
        assertThat(alertsOf(clinic)).hasSize(1);
        JsonPath comparison = comparisonOf("table9-cns@" + clinic);
        assertThat(comparison.getString("verdict")).isEqualTo("EXCEEDS");
        assertThat(comparison.getString("promise")).isEqualTo("PROVISIONAL");
        assertThat(comparison.getList("promiseRemarks", String.class))
                .anySatisfy(remark -> assertThat(remark).contains("2026-W40"));

        Alert published = publishedAlerts("table9-cns@" + clinic).getLast();
        assertThat(published.exposed()).isEqualTo(140);
        assertThat(published.version()).isOne();
        assertThat(WeeklyEvidence.of(published.evidence()).lnE()).isEqualTo(published.lnE());
        assertThat(published.lnE()).isGreaterThanOrEqualTo(Math.log(published.threshold()));
        JsonPath detail = officer("/api/alerts/" + published.id());
        assertThat(detail.getString("monitor")).isEqualTo(published.monitor());
        assertThat(detail.getDouble("trajectory[-1].lnE")).isEqualTo(published.lnE());
        assertThat(detail.getString("history[0].state")).isEqualTo("RAISED");
        given().auth()
                .oauth2(Tokens.clinic(clinic))
                .get("/api/alerts/" + published.id())
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.clinic("another"))
                .get("/api/alerts/" + published.id())
                .then()
                .statusCode(404);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(raisedAlerts()).isGreaterThan(0).isFinite();
            assertThat(metrics.get("dripline.alerts.oldest.raised").gauge().value())
                    .isBetween(0.0, 3600.0)
                    .isGreaterThan(0);
        });
    }

    private double raisedAlerts() {
        return metrics.get("dripline.alerts").tag("state", "raised").gauge().value();
    }

    /** Of several cells that a report changes one is measured, and nothing where the record does not say when. */
    @Test
    void measuresHowLongAReportTook() {
        String clinic = "measured-" + UUID.randomUUID();
        Timer reportToRate = metrics.get("dripline.report.to.rate").timer();
        long before = reportToRate.count();
        Instant received = Instant.now().minusSeconds(90);
        ProducerRecord<byte[], byte[]> session =
                Shares.outgoing(Shares.share(1, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 1, 0));
        ProducerRecord<byte[], byte[]> course =
                Shares.outgoing(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 1, 0));
        for (var record : List.of(session, course)) {
            record.headers().add(CellShare.RECEIVED_AT, received.toString().getBytes(StandardCharsets.UTF_8));
        }

        PublishShares.inOneTransaction(List.of(
                session,
                course,
                Shares.outgoing(Shares.share(1, 1, Shares.cell(Unit.SESSION, "2026-W41", clinic), 1, 0))));

        awaitExposed(clinic, 1);
        assertThat(reportToRate.count()).isEqualTo(before + 1);
        assertThat(reportToRate.max(TimeUnit.SECONDS)).isBetween(90.0, 150.0);
        assertThat(given().get("/q/metrics").asString()).contains("dripline_report_to_rate_seconds_bucket{le=\"0.6\"}");
    }

    @Test
    void judgesOnlyTheMonitorsWhoseCountsChanged() {
        String clinic = "untouched-" + UUID.randomUUID();
        String later = "later-" + UUID.randomUUID();
        publish(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 40, 2));
        awaitExposed(clinic, 40);
        OffsetDateTime judged = judgedAt(clinic);

        publish(Shares.share(1, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 60, 2));

        publish(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", later), 20, 1));
        awaitExposed(later, 20);
        assertThat(judgedAt(clinic)).isEqualTo(judged);
        publish(Shares.share(1, 2, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 41, 2));
        awaitExposed(clinic, 41);
        assertThat(judgedAt(clinic)).isAfter(judged);
    }

    private OffsetDateTime judgedAt(String clinic) {
        return jdbi.withHandle(handle -> handle.createQuery("select judged_at from judgement where monitor = :monitor")
                .bind("monitor", "table9-cns@" + clinic)
                .mapTo(OffsetDateTime.class)
                .one());
    }

    /** The topic and the API give the same counts, and these the same evidence, to the last bit. */
    @Test
    void whatAnAlertWasRaisedOnIsComputedAgainFromTheTopicAndFromTheApi() throws Exception {
        String clinic = "recomputed-" + UUID.randomUUID();
        publish(
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W31", clinic), 37, 3),
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W33", clinic), 41, 2),
                // So many that it alarms however many clinics appeared before, each with a smaller share of alpha.
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W34", clinic), 39, 30));

        Alert published = publishedAlerts("table9-cns@" + clinic).getLast();
        ObjectNode answered = (ObjectNode) json.readTree(given().auth()
                .oauth2(Tokens.officer())
                .get("/api/alerts/" + published.id())
                .asByteArray());
        Alert told =
                ContractJson.read(json.writeValueAsBytes(answered.put("schema", ContractJson.SCHEMA)), Alert.class);

        assertThat(published.evidence().weeks()).hasSize(3);
        assertThat(WeeklyEvidence.of(published.evidence()).lnE()).isEqualTo(published.lnE());
        assertThat(WeeklyEvidence.of(told.evidence()).lnE()).isEqualTo(published.lnE());
        assertThat(WeeklyEvidence.of(told.evidence()).highSince()).isEqualTo(told.highSinceWeek());
        assertThat(told.evidence()).isEqualTo(published.evidence());
        assertThat(told.highSinceWeek()).hasToString("2026-W34");
        assertThat(answered.at("/trajectory")).hasSize(3);
        assertThat(answered.at("/trajectory/2/lnE").doubleValue()).isEqualTo(published.lnE());
        assertThat(told.trajectory())
                .as("stored with the alert, and published with it")
                .isEqualTo(published.trajectory())
                .hasSize(3);
        assertThat(told.figures()).isEqualTo(published.figures()).hasSize(13);
        assertThat(answered.at("/secondOpinions/maxSprt/exposed").longValue()).isEqualTo(117);
    }

    /** Every step is one more version, published in order; what is replayed raises nothing against an alert that stands. */
    @Test
    void publishesEveryStepAndRaisesNothingAgainstAnAlertThatWasClosed() {
        String clinic = "closed-" + UUID.randomUUID();
        Cell cell = Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic);
        publish(Shares.share(1, 1, cell, 140, 60));
        await().atMost(Duration.ofSeconds(20)).until(() -> alertsOf(clinic).size() == 1);
        Object id = alertsOf(clinic).getFirst().get("id");
        step(id, 1, "acknowledgement", "{}");
        step(id, 2, "assessment", "{\"assessment\": \"CONFIRMED\", \"reason\": \"Seen at the bedside.\"}");

        step(id, 3, "closure", "{\"reason\": \"The bolus is as before.\"}");

        publish(Shares.share(1, 1, cell, 140, 60), Shares.share(1, 2, cell, 150, 70));
        awaitExposed(clinic, 150);
        jdbi.useHandle(handle -> countsSettled.fire(new CountsSettled(handle, true, TouchedCells.NONE)));
        assertThat(alertsOf(clinic))
                .singleElement()
                .satisfies(alert -> assertThat(alert)
                        .containsEntry("id", id)
                        .containsEntry("state", "CLOSED")
                        .containsEntry("affected", 60));
        assertThat(comparisonOf("table9-cns@" + clinic).getString("verdict")).isEqualTo("EXCEEDS");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(publishedAlerts("table9-cns@" + clinic))
                        .extracting(Alert::version, Alert::state)
                        .containsExactly(
                                tuple(1, AlertState.RAISED),
                                tuple(2, AlertState.ACKNOWLEDGED),
                                tuple(3, AlertState.ASSESSED),
                                tuple(4, AlertState.CLOSED)));
    }

    @Test
    void aMonitorRaisesAgainOnceItsAlertWasSuperseded() {
        String clinic = "again-" + UUID.randomUUID();
        String monitor = "table9-cns@" + clinic;
        Cell cell = Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic);
        publish(Shares.share(1, 1, cell, 140, 60));
        await().atMost(Duration.ofSeconds(20)).until(() -> alertsOf(clinic).size() == 1);
        UUID first = UUID.fromString(alertsOf(clinic).getFirst().get("id").toString());
        publish(Shares.share(1, 2, cell, 140, 8));
        awaitExposedAndAffected(clinic, 140, 8);
        supersedeAlert.supersede(first, new Superseded(140, 8, -2.5));
        assertThat(comparisonOf(monitor).getString("verdict")).isEqualTo("TOO_FEW");
        publish(Shares.share(1, 3, cell, 150, 9));
        awaitExposedAndAffected(clinic, 150, 9);
        assertThat(alertsOf(clinic)).hasSize(1);

        publish(Shares.share(1, 4, Shares.cell(Unit.FIRST_COURSE, "2026-W41", clinic), 100, 50));

        await().atMost(Duration.ofSeconds(20)).until(() -> alertsOf(clinic).size() == 2);
        assertThat(alertsOf(clinic)).extracting(alert -> alert.get("state")).containsExactly("RAISED", "SUPERSEDED");
        assertThat(comparisonOf(monitor).getString("verdict")).isEqualTo("EXCEEDS");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(publishedAlerts(monitor))
                        .filteredOn(alert -> alert.id().equals(first))
                        .extracting(Alert::superseded)
                        .containsExactly(null, new Superseded(140, 8, -2.5)));
    }

    private void step(Object alert, int version, String step, String body) {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post("/api/alerts/%s/%s".formatted(alert, step))
                .then()
                .statusCode(200);
    }

    private void awaitExposedAndAffected(String clinic, long exposed, long affected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonPath comparison = comparisonOf("table9-cns@" + clinic);
            assertThat(comparison.getLong("exposed")).isEqualTo(exposed);
            assertThat(comparison.getLong("affected")).isEqualTo(affected);
        });
    }

    @Test
    void keepsWhatItCannotReadAndGoesOn() {
        String clinic = "dead-" + UUID.randomUUID();
        CellShare good = Shares.share(3, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 7, 1);
        byte[] garbage = ("no cell of " + clinic).getBytes(StandardCharsets.UTF_8);
        CellShare refused = Shares.share(3, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic + "\u0000"), 7, 1);
        long stamped = System.currentTimeMillis() - 60_000;
        ProducerRecord<byte[], byte[]> unreadable =
                new ProducerRecord<>(Topics.INCIDENCE, 3, stamped, new byte[] {1, (byte) 0xFF}, garbage);
        unreadable.headers().add("trace", new byte[] {7});
        double metered = metered(DeadLetterCause.UNREADABLE);

        publish(unreadable, Shares.outgoing(refused), Shares.outgoing(good));

        awaitSessions(clinic, 7);
        List<ConsumerRecord<byte[], byte[]>> dead = deadLettersOf(clinic);
        assertThat(dead).hasSize(2);
        assertThat(dead.getFirst()).satisfies(letter -> {
            assertThat(letter.partition()).isEqualTo(3);
            assertThat(letter.key()).containsExactly(1, 0xFF);
            assertThat(letter.value()).isEqualTo(garbage);
            assertThat(letter.headers().lastHeader("trace").value()).containsExactly(7);
            DeadLetter said = read(letter);
            assertThat(said.topic()).isEqualTo(Topics.INCIDENCE);
            assertThat(said.partition()).isEqualTo(3);
            assertThat(said.timestamp().toEpochMilli()).isEqualTo(stamped);
            assertThat(said.service().name()).isEqualTo("reporting");
            assertThat(said.service().version()).isNotBlank();
            assertThat(said.cause()).isEqualTo(DeadLetterCause.UNREADABLE);
            assertThat(said.message()).contains("expected a CellShare in JSON").doesNotContain(clinic);
        });
        assertThat(read(dead.getLast())).satisfies(said -> {
            assertThat(said.cause()).isEqualTo(DeadLetterCause.BROKEN_INVARIANT);
            assertThat(said.message()).endsWith("SQLSTATE 22021").doesNotContain(clinic);
            assertThat(said.offset()).isEqualTo(read(dead.getFirst()).offset() + 1);
        });
        assertThat(metered(DeadLetterCause.UNREADABLE)).isEqualTo(metered + 1);
        given().get("/q/health").then().statusCode(200);
    }

    /** The headers come on top of the longest record that a table takes. */
    @Test
    void keepsTheLongestRecord() {
        String clinic = "long-" + UUID.randomUUID();
        byte[] garbage = (clinic + "x".repeat(1_048_000)).getBytes(StandardCharsets.UTF_8);

        publish(
                new ProducerRecord<>(Topics.INCIDENCE, 3, new byte[] {1}, garbage),
                Shares.outgoing(Shares.share(3, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 7, 1)));

        awaitSessions(clinic, 7);
        assertThat(deadLettersOf(clinic))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isEqualTo(garbage));
    }

    /** Neither what is good nor what is poison becomes a dead letter while the database cannot take it. */
    @Test
    void waitsForTheDatabase() {
        String clinic = "waiting-" + UUID.randomUUID();
        byte[] garbage = ("no cell of " + clinic).getBytes(StandardCharsets.UTF_8);
        Operator.jdbi().useHandle(handle -> handle.execute("alter table consumed rename to away"));
        try {
            publish(
                    new ProducerRecord<>(Topics.INCIDENCE, 3, new byte[] {1}, garbage),
                    Shares.outgoing(Shares.share(3, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 7, 1)));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
            assertThat(deadLettersOf(clinic)).isEmpty();
        } finally {
            Operator.jdbi().useHandle(handle -> handle.execute("alter table away rename to consumed"));
        }

        awaitSessions(clinic, 7);
        assertThat(deadLettersOf(clinic)).hasSize(1);
    }

    /** No record is to blame where a sum is wrong: none is put aside, and whoever looks is told. */
    @Test
    void stopsAndSaysSoWhereASumIsWrong() {
        String clinic = "wrong-" + UUID.randomUUID();
        Cell cell = Shares.cell(Unit.SESSION, "2026-W40", clinic);
        publish(Shares.share(3, 1, cell, 9, 1));
        awaitSessions(clinic, 9);
        changeSum(clinic, -8);
        try {
            publish(Shares.share(3, 2, cell, 5, 1));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(given().get("/q/health/ready")
                                    .then()
                                    .statusCode(503)
                                    .extract()
                                    .asString())
                            .contains("a roll-up or a sum over roll-ups is wrong"));
            assertThat(deadLettersOf(clinic)).isEmpty();
        } finally {
            changeSum(clinic, 8);
        }

        awaitSessions(clinic, 5);
        assertThat(deadLettersOf(clinic)).isEmpty();
    }

    private static void changeSum(String clinic, int by) {
        Operator.jdbi()
                .useHandle(handle -> handle.execute(
                        "update marginal set exposed = exposed + ? where clinic = ? and summed_over = 'WEEK'",
                        by,
                        clinic));
    }

    @Test
    void anOlderVersionThatIsSentBackChangesNothing() {
        String clinic = "older-" + UUID.randomUUID();
        Cell cell = Shares.cell(Unit.SESSION, "2026-W40", clinic);
        Cell later = Shares.cell(Unit.SESSION, "2026-W41", clinic);
        publish(Shares.share(3, 2, cell, 9, 1));
        awaitSessions(clinic, 9);

        publish(Shares.share(3, 1, cell, 7, 1));
        publish(Shares.share(3, 1, later, 1, 1));

        awaitSessions(clinic, 10);
        assertThat(deadLettersOf(clinic)).isEmpty();
    }

    private void awaitSessions(String clinic, long exposed) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                incidence("measure=CNS&clinic=" + clinic).getLong("rows[0].exposed"))
                        .isEqualTo(exposed));
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLettersOf(String clinic) {
        return readAll(Topics.deadLettersOf(Topics.INCIDENCE)).stream()
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains(clinic))
                .toList();
    }

    private static DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        return DeadLetter.of(name -> {
                    Header header = letter.headers().lastHeader(name);
                    return header == null ? null : header.value();
                })
                .orElseThrow();
    }

    private double metered(DeadLetterCause cause) {
        return metrics.get("dripline.dead.letters")
                .tag("topic", Topics.INCIDENCE)
                .tag("cause", cause.name())
                .counter()
                .count();
    }

    /** Until the comparison, which only a judgement changes, shows it. */
    private void awaitExposed(String clinic, long exposed) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(incidence("measure=CNS&unit=FIRST_COURSE&by=week&clinic=" + clinic)
                            .getList("rows"))
                    .hasSize(1);
            assertThat(comparisonOf("table9-cns@" + clinic).getLong("exposed")).isEqualTo(exposed);
        });
    }

    private static List<Map<String, Object>> alertsOf(String clinic) {
        return officer("/api/alerts").getList("findAll { it.cohort.clinic == '%s' }".formatted(clinic));
    }

    private static JsonPath comparisonOf(String monitor) {
        return officer("/api/comparisons").setRootPath("find { it.monitor == '%s' }".formatted(monitor));
    }

    private static JsonPath incidence(String query) {
        return officer("/api/incidence?" + query);
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }

    private void publish(CellShare... shares) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (CellShare share : shares) {
            records.add(Shares.outgoing(share));
        }
        publish(records.toArray(ProducerRecord[]::new));
    }

    /** In one transaction, as the incidence service does. */
    @SafeVarargs
    private void publish(ProducerRecord<byte[], byte[]>... records) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "transactional.id",
                UUID.randomUUID().toString());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                var _ = producer.send(record);
            }
            producer.commitTransaction();
        }
    }

    private List<Alert> publishedAlerts(String monitor) {
        List<Alert> alerts = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            alerts.clear();
            readAll(Topics.ALERTS).stream()
                    .map(record -> ContractJson.read(record.value(), Alert.class))
                    .filter(alert -> alert.monitor().equals(monitor))
                    .forEach(alerts::add);
            return !alerts.isEmpty();
        });
        return alerts;
    }

    private List<ConsumerRecord<byte[], byte[]>> readAll(String topic) {
        return TopicRecords.of(bootstrapServers, topic);
    }
}
