package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.Topics;
import io.dripline.contracts.incidence.Unit;
import io.dripline.relay.EnsureTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** From clinic-weeks to what an alert promises. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class PromiseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WEEK = "2026-W40";

    @TestHTTPResource("/api/stream")
    URI stream;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Jdbi jdbi;

    private final String clinic = "promise-" + UUID.randomUUID();

    @Test
    void becomesHoldsWithTheLastTallyAndProvisionalAgainWithALateSession() throws Exception {
        tallied(1, null, 40);
        count(1, 40, 20);
        awaitPromise("PROVISIONAL", 1);
        assertThat(alert().getList("promiseRemarks", String.class))
                .anySatisfy(remark -> assertThat(remark).endsWith("Open: 2026-W40."));

        try (Subscription officer = new Subscription(stream, Tokens.officer(), null)) {
            officer.awaitLastId();
            tallied(2, 40, 40);

            awaitPromise("HOLDS", 2);
            officer.awaitLine("\"monitor\":\"table9-cns@" + clinic, "\"promise\":\"HOLDS\"", "\"version\":2");
            officer.awaitLine("\"monitor\":\"table9-cns@" + clinic, "\"verdict\":\"EXCEEDS\"", "\"promise\":\"HOLDS\"");
        }
        assertThat(comparison().getString("promise")).isEqualTo("HOLDS");

        tallied(3, 40, 41);
        count(2, 41, 20);
        awaitPromise("PROVISIONAL", 3);
        tallied(4, 41, 41);
        awaitPromise("HOLDS", 4);

        List<String> history = detail().getList("history.reason", String.class);
        assertThat(history)
                .satisfiesExactly(
                        raised -> assertThat(raised).isNull(),
                        closed -> assertThat(closed).isEqualTo("The promise is HOLDS, it was PROVISIONAL."),
                        opened -> assertThat(opened)
                                .startsWith("The promise is PROVISIONAL, it was HOLDS.")
                                .endsWith("Open: 2026-W40."),
                        closed -> assertThat(closed).startsWith("The promise is HOLDS"));
        assertThat(detail().getList("history.state", String.class)).containsOnly("RAISED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(published())
                        .containsExactly("1 PROVISIONAL", "2 HOLDS", "3 PROVISIONAL", "4 HOLDS"));
    }

    @Test
    void holdsFromTheBeginningWhereNothingIsMissing() {
        tallied(1, 40, 40);
        awaitKept(1);

        count(1, 40, 20);

        awaitPromise("HOLDS", 1);
    }

    /** Its last session is posted, tallied and on its way: the counts lack it. */
    @Test
    void waitsUntilWhatWasPostedIsCounted() {
        tallied(1, 40, 40);
        awaitKept(1);
        count(1, 39, 20);
        awaitPromise("PROVISIONAL", 1);

        count(2, 40, 20);

        awaitPromise("HOLDS", 2);
    }

    @Test
    void isTouchedByItsOwnClinicAlone() {
        tallied(1, null, 40);
        count(1, 40, 20);
        awaitPromise("PROVISIONAL", 1);
        String other = "other-" + UUID.randomUUID();

        ClinicWeekRecords.publish(ClinicWeekRecords.week(other, WEEK, 1, 3, 3));

        await().atMost(PATIENCE)
                .until(() -> jdbi.withHandle(
                                handle -> handle.createQuery("select due from clinic_week where clinic = :clinic")
                                        .bind("clinic", other)
                                        .mapTo(Boolean.class)
                                        .findOne()
                                        .orElse(true))
                        .equals(false));
        assertThat(alert().getInt("version")).isOne();
    }

    /** A rebuild publishes every version again, to a topic that was made anew; and a later version goes on from there. */
    @Test
    void isTheSameAfterTheTopicWasMadeAnew() throws Exception {
        tallied(1, null, 40);
        count(1, 40, 20);
        awaitPromise("PROVISIONAL", 1);
        tallied(2, 40, 40);
        awaitPromise("HOLDS", 2);

        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(Topics.CLINIC_WEEKS)).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(Topics.CLINIC_WEEKS));
        }
        new EnsureTopics(kafka, 1).tables(Topics.CLINIC_WEEKS);
        tallied(1, null, 40);
        tallied(2, 40, 40);
        String marker = "marker-" + UUID.randomUUID();
        ClinicWeekRecords.publish(ClinicWeekRecords.week(marker, WEEK, 1, 0, 0));
        awaitKept(marker, 1);
        assertThat(alert().getString("promise")).isEqualTo("HOLDS");
        assertThat(alert().getInt("version")).isEqualTo(2);

        tallied(3, 41, 40);

        awaitPromise("PROVISIONAL", 3);
    }

    @Test
    void whatCannotBeReadIsKeptAsideAndTheRestFlows() {
        byte[] garbage = ("no week of " + clinic).getBytes(StandardCharsets.UTF_8);

        ClinicWeekRecords.publish(new ProducerRecord<>(Topics.CLINIC_WEEKS, 2, new byte[] {1}, garbage));
        tallied(1, 40, 40);

        awaitKept(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                TopicRecords.of(bootstrapServers, Topics.deadLettersOf(Topics.CLINIC_WEEKS)))
                        .anySatisfy(letter -> {
                            assertThat(letter.value()).isEqualTo(garbage);
                            assertThat(letter.partition()).isEqualTo(2);
                            assertThat(new String(
                                            letter.headers()
                                                    .lastHeader("dead-letter-cause")
                                                    .value(),
                                            StandardCharsets.UTF_8))
                                    .isEqualTo("UNREADABLE");
                        }));
        given().get("/q/health").then().statusCode(200);
    }

    private void tallied(long version, Integer performed, int posted) {
        ClinicWeekRecords.publish(ClinicWeekRecords.week(clinic, WEEK, version, performed, posted));
    }

    /** First courses of one session each. */
    private void count(long version, long exposed, long affected) {
        PublishShares.inOneTransaction(
                Shares.share(2, version, Shares.cell(Unit.SESSION, WEEK, clinic), exposed, affected),
                Shares.share(2, version, Shares.cell(Unit.FIRST_COURSE, WEEK, clinic), exposed, affected));
    }

    private void awaitKept(long version) {
        awaitKept(clinic, version);
    }

    private void awaitKept(String name, long version) {
        await().atMost(PATIENCE)
                .until(() -> jdbi.withHandle(
                                handle -> handle.createQuery("select version from clinic_week where clinic = :clinic")
                                        .bind("clinic", name)
                                        .mapTo(Long.class)
                                        .findOne()
                                        .orElse(0L))
                        .equals(version));
    }

    private void awaitPromise(String promise, int version) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(alert().getString("promise")).isEqualTo(promise);
            assertThat(alert().getInt("version")).isEqualTo(version);
        });
    }

    private JsonPath alert() {
        return officer("/api/alerts").setRootPath("find { it.monitor == 'table9-cns@%s' }".formatted(clinic));
    }

    private JsonPath comparison() {
        return officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns@%s' }".formatted(clinic));
    }

    private JsonPath detail() {
        return officer("/api/alerts/" + alert().getString("id"));
    }

    private List<String> published() {
        return TopicRecords.alerts(bootstrapServers).stream()
                .filter(alert -> alert.monitor().equals("table9-cns@" + clinic))
                .map(alert -> alert.version() + " " + alert.promise())
                .toList();
    }

    private static JsonPath officer(String path) {
        return given().auth().oauth2(Tokens.officer()).get(path).jsonPath();
    }
}
