package io.dripline.reporting.comparison;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.ClinicWeekRecords;
import io.dripline.reporting.PastDoor;
import io.dripline.reporting.PastDoor.Question;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What monitors said at a past time, where classification counts what had been counted then. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ReplayMonitorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Jdbi jdbi;

    /** Nobody else's. */
    private final String clinic = "replayed-" + UUID.randomUUID();

    private final Cell early = Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic);
    private final Cell later = Shares.cell(Unit.FIRST_COURSE, "2026-W43", clinic);
    private final Cell sessions = Shares.cell(Unit.SESSION, "2026-W43", clinic);

    @AfterEach
    void forget() {
        PastDoor.record(Question.THEN);
    }

    /** Before an alert, with it, and once the evidence has fallen again; to the last bit. */
    @Test
    void saysAgainWhatWasSaidThen() throws IOException {
        CellShare[] first = {
            Shares.share(1, 1, early, 40, 2), Shares.share(2, 1, later, 30, 3, Map.of("CNS", 3L, "ANY", 5L))
        };
        PublishShares.inOneTransaction(first);
        awaitExposed("first", 70);
        JsonNode saidFirst = comparisons(null);
        Instant atFirst = Instant.now();
        CellShare[] second = {
            Shares.share(1, 2, early, 140, 60),
            Shares.share(2, 2, later, 35, 4, Map.of("CNS", 3L, "ANY", 5L)),
            Shares.share(2, 1, sessions, 900, 1)
        };
        PublishShares.inOneTransaction(second);
        awaitExposed("second", 175);
        patiently().until(() -> verdict(comparisons(null)).equals("EXCEEDS"));
        JsonNode saidSecond = comparisons(null);
        Instant atSecond = Instant.now();
        CellShare[] third = {
            Shares.share(1, 3, early, 5_000, 80),
            Shares.share(2, 3, later, 70, 4, Map.of("CNS", 60L, "ANY", 61L)),
            Shares.share(2, 2, sessions, 901, 1)
        };
        PublishShares.inOneTransaction(third);
        awaitExposed("third", 5_070);
        JsonNode saidThird = comparisons(null);

        PastDoor.record(Question.THEN, first);
        JsonNode replayedFirst = comparisons(atFirst);
        PastDoor.record(Question.THEN, second);
        JsonNode replayedSecond = comparisons(atSecond);
        PastDoor.record(Question.THEN, third);
        JsonNode replayedThird = comparisons(Instant.now());

        assertThat(replayedFirst).isEqualTo(saidFirst);
        assertThat(replayedSecond).isEqualTo(saidSecond).isNotEqualTo(saidFirst);
        assertThat(replayedThird).isEqualTo(saidThird).isNotEqualTo(saidSecond);
        assertThat(verdict(saidFirst)).isEqualTo("TOO_FEW");
        assertThat(PastDoor.asked())
                .anySatisfy(question -> assertThat(question)
                        .contains("asOf=" + atFirst, "clinic=" + clinic, "CNS,")
                        .endsWith(" Bearer token-of-reporting"));
    }

    /** Before anything was stated of its week, once that closed, while a session was posted and not counted, and once it was. */
    @Test
    void promisesAgainWhatWasPromisedThen() throws IOException {
        Cell weekOfEarly = Shares.cell(Unit.SESSION, "2026-W40", clinic);
        CellShare[] counted = {Shares.share(1, 1, early, 40, 2), Shares.share(1, 1, weekOfEarly, 40, 2)};
        CellShare[] late = {Shares.share(1, 2, early, 40, 2), Shares.share(1, 2, weekOfEarly, 41, 2)};
        PublishShares.inOneTransaction(counted);
        awaitExposed("counted", 40);
        Said unstated = awaitPromise("PROVISIONAL");
        ClinicWeekRecords.publish(ClinicWeekRecords.week(clinic, "2026-W40", 1, 40, 40));
        Said closed = awaitPromise("HOLDS");
        ClinicWeekRecords.publish(ClinicWeekRecords.week(clinic, "2026-W40", 2, 41, 41));
        Said posted = awaitPromise("PROVISIONAL");
        PublishShares.inOneTransaction(late);
        Said whole = awaitPromise("HOLDS");

        PastDoor.record(Question.THEN, counted);
        assertThat(comparisons(unstated.at())).isEqualTo(unstated.comparisons());
        assertThat(comparisons(closed.at())).isEqualTo(closed.comparisons());
        assertThat(comparisons(posted.at())).isEqualTo(posted.comparisons());
        PastDoor.record(Question.THEN, late);
        assertThat(comparisons(whole.at())).isEqualTo(whole.comparisons());
    }

    private record Said(JsonNode comparisons, Instant at) {}

    private Said awaitPromise(String promise) throws IOException {
        patiently()
                .untilAsserted(() -> assertThat(comparisons(null))
                        .isNotEmpty()
                        .filteredOn(one -> !one.get("p0").isNull())
                        .allSatisfy(
                                one -> assertThat(one.get("promise").asText()).isEqualTo(promise)));
        return new Said(comparisons(null), Instant.now());
    }

    @Test
    void aMonitorThatWasNotMadeYetSaysNothing() throws IOException {
        Instant before = Instant.now();
        PublishShares.inOneTransaction(Shares.share(1, 1, early, 40, 2));
        awaitExposed("counted", 40);

        assertThat(comparisons(before)).isEmpty();
        assertThat(comparisons(Instant.now())).hasSize(5);
    }

    /** With the status, null and start that it had, whoever changed them since. */
    @Test
    void aMonitorIsReplayedAsItWas() throws IOException {
        CellShare[] counted = {Shares.share(1, 1, early, 40, 2), Shares.share(1, 1, later, 20, 1)};
        PublishShares.inOneTransaction(counted);
        awaitExposed("counted", 60);
        PastDoor.record(Question.THEN, counted);
        JsonNode said = comparisons(null);
        Instant before = Instant.now();

        jdbi.useHandle(handle -> {
            handle.execute("update monitor set status = 'RETIRED' where id = ?", "table9-gi@" + clinic);
            handle.execute("update monitor set p0 = 0.5, start_week = '2026-W43' where id = ?", "table9-cns@" + clinic);
        });

        assertThat(comparisons(before)).isEqualTo(said).hasSize(5);
        assertThat(comparisons(Instant.now())).hasSize(4).anySatisfy(one -> {
            assertThat(one.get("p0").asDouble()).isEqualTo(0.5);
            assertThat(one.get("exposed").asLong()).isEqualTo(20);
        });
    }

    @Test
    void thePastWaitsForClassificationAndThePresentDoesNot() throws IOException {
        PastDoor.away(Question.THEN);

        Response past = officer("?asOf=" + Instant.now());

        assertAway(past);
        officer("").then().statusCode(200);
    }

    @Test
    void classificationThatTakesTooLongIsAway() throws IOException {
        PastDoor.recordSlow(Question.THEN, 6_000, Shares.share(1, 1, early, 40, 2));
        PublishShares.inOneTransaction(Shares.share(1, 1, early, 40, 2));
        awaitExposed("counted", 40);

        Response past = given().auth()
                .oauth2(Tokens.clinic(clinic))
                .queryParam("asOf", Instant.now().toString())
                .get("/api/comparisons");

        assertAway(past);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        officer("?asof=2026-11-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("asof"))
                .body("violations[0].message", equalTo("unknown parameter; expected one of asOf"));
        officer("?asOf=1899-01-01T00:00:00Z").then().statusCode(400).body("violations[0].field", equalTo("asOf"));
    }

    private static void assertAway(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        ObjectNode document = (ObjectNode) JSON.readTree(answer.asByteArray());
        document.remove("instance");
        assertThat(document).isEqualTo(JSON.readTree(ComparisonExample.AWAY));
    }

    private static String verdict(JsonNode comparisons) {
        for (JsonNode one : comparisons) {
            if (one.get("measure").asText().equals("CNS")) {
                return one.get("verdict").asText();
            }
        }
        return "";
    }

    private void awaitExposed(String what, long exposed) {
        patiently()
                .untilAsserted(() -> assertThat(comparisons(null))
                        .as(what)
                        .isNotEmpty()
                        .allSatisfy(
                                one -> assertThat(one.get("exposed").asLong()).isEqualTo(exposed)));
    }

    private JsonNode comparisons(Instant asOf) throws IOException {
        var request = given().auth().oauth2(Tokens.clinic(clinic));
        Response answer =
                (asOf == null ? request : request.queryParam("asOf", asOf.toString())).get("/api/comparisons");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return JSON.readTree(answer.asByteArray());
    }

    private static Response officer(String query) {
        return given().auth().oauth2(Tokens.officer()).get("/api/comparisons" + query);
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100));
    }
}
