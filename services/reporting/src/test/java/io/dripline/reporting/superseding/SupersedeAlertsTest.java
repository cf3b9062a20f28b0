package io.dripline.reporting.superseding;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PastDoor;
import io.dripline.reporting.PastDoor.Question;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a standing alert, by what classification counts now of the sessions that it was raised on. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SupersedeAlertsTest {

    /** Nobody else's. */
    private final String clinic = "corrected-" + UUID.randomUUID();

    private final Cell cell = Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic);

    @BeforeEach
    void raise() {
        PastDoor.record(Question.THEN, Shares.share(1, 1, cell, 140, 60));
        PastDoor.record(Question.NOW, Shares.share(1, 1, cell, 140, 60));
        PublishShares.inOneTransaction(Shares.share(1, 1, cell, 140, 60));
        patiently().untilAsserted(() -> assertThat(alerts()).hasSize(1));
    }

    @AfterEach
    void forget() {
        PastDoor.record(Question.THEN);
        PastDoor.record(Question.NOW);
    }

    @Test
    void anAlertStandsForAsLongAsWhatItWasRaisedOnReachesItsThreshold() {
        patiently().until(() -> looks() > 0);
        Map<String, Object> raised = alert();
        long before = looks();

        PublishShares.inOneTransaction(Shares.share(1, 2, cell, 4_000, 60));

        patiently().until(() -> looks() > before);
        patiently().until(() -> comparison().getLong("exposed") == 4_000);
        // Its promise may have been judged anew by then, which is a version too.
        assertThat(alert())
                .containsEntry("state", "RAISED")
                .containsEntry("id", raised.get("id"))
                .containsEntry("exposed", 140)
                .containsEntry("affected", 60)
                .containsEntry("lnE", raised.get("lnE"));
        assertThat(officer("/api/alerts/" + raised.get("id")).getList("history.state"))
                .containsOnly("RAISED");
        assertThat(comparison().getString("verdict")).isEqualTo("EXCEEDS");
    }

    @Test
    void aCorrectionSupersedesItAndBothValuesAreKept() {
        patiently().until(() -> looks() > 0);
        Map<String, Object> raised = alert();
        PastDoor.record(Question.NOW, Shares.share(1, 2, cell, 140, 9));

        PublishShares.inOneTransaction(Shares.share(1, 2, cell, 140, 9));

        patiently().untilAsserted(() -> assertThat(alert()).containsEntry("state", "SUPERSEDED"));
        assertThat(alert())
                .containsEntry("id", raised.get("id"))
                .containsEntry("lnE", raised.get("lnE"))
                .containsEntry("affected", 60);
        JsonPath detail = officer("/api/alerts/" + raised.get("id"));
        assertThat(detail.getList("history.state"))
                .startsWith("RAISED")
                .endsWith("SUPERSEDED")
                .containsOnlyOnce("SUPERSEDED")
                .hasSize(detail.getInt("version"));
        assertThat(detail.getString("history[-1].by")).isEqualTo("dripline");
        assertThat(detail.getString("history[-1].reason"))
                .startsWith("What had been received up to the crossing was" + " corrected to 9 of 140, ln E ");
        patiently()
                .untilAsserted(
                        () -> assertThat(comparison().getString("verdict")).isNotEqualTo("EXCEEDS"));
        assertThat(PastDoor.asked())
                .filteredOn(question -> question.contains(clinic))
                .allSatisfy(question -> assertThat(question)
                        .contains("unit=FIRST_COURSE", "measures=CNS")
                        .endsWith(" Bearer token-of-reporting"))
                .filteredOn(question -> question.contains("receivedUntil="))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question).contains("storedUntil="));
    }

    @Test
    void aCorrectionThatIsStillOnItsWayDownTheLineSupersedesOnceItIsThere() {
        patiently().until(() -> looks() > 0);
        PastDoor.record(Question.NOW, Shares.share(1, 3, cell, 140, 9));
        PublishShares.inOneTransaction(Shares.share(1, 2, cell, 141, 60));
        patiently().until(() -> comparison().getLong("exposed") == 141);
        long before = looks();
        patiently().until(() -> looks() > before + 1);
        assertThat(alert()).containsEntry("state", "RAISED").containsEntry("version", 1);

        PublishShares.inOneTransaction(Shares.share(1, 3, cell, 140, 9));

        patiently().untilAsserted(() -> assertThat(alert()).containsEntry("state", "SUPERSEDED"));
        assertThat(alerts()).as("and nothing is raised on what was corrected").hasSize(1);
    }

    /** What classification had not stored as of then it may show later: sessions that were coded by a clock ahead of ours. */
    @Test
    void whatCouldNotBeToldIsLookedForAgainAfterLaterJudgements() {
        PastDoor.record(Question.THEN);
        String untold = "untold-" + UUID.randomUUID();
        Cell other = Shares.cell(Unit.FIRST_COURSE, "2026-W40", untold);
        PublishShares.inOneTransaction(Shares.share(2, 1, other, 140, 60));
        patiently()
                .until(() -> PastDoor.asked().stream()
                                .filter(question -> question.contains(untold) && question.contains("asOf="))
                                .count()
                        >= 22);
        patiently().until(() -> health().getInt("data.untold") > 0);
        PastDoor.record(Question.THEN, Shares.share(2, 1, other, 140, 60));
        PastDoor.record(Question.NOW, Shares.share(2, 2, other, 140, 9));

        PublishShares.inOneTransaction(Shares.share(2, 2, other, 140, 9));

        patiently()
                .untilAsserted(() -> assertThat(officer("/api/alerts")
                                .<String>getList("findAll { it.cohort.clinic == '%s' }.state".formatted(untold)))
                        .containsExactly("SUPERSEDED"));
    }

    /** The line goes on, an alert stands, and health says why nobody looks. */
    @Test
    void waitsForClassification() {
        patiently().until(() -> looks() > 0);
        PastDoor.away(Question.NOW);
        PublishShares.inOneTransaction(Shares.share(1, 2, cell, 140, 9));
        patiently().untilAsserted(() -> assertThat(health().getString("status")).isEqualTo("DOWN"));
        assertThat(health().getString("data.failure"))
                .isEqualTo(
                        "some or all standing alerts are not looked at again, which is tried again; the log says why");
        given().get("/q/health/ready").then().statusCode(200);
        patiently().until(() -> comparison().getLong("affected") == 9);
        assertThat(alert()).containsEntry("state", "RAISED");

        PastDoor.record(Question.NOW, Shares.share(1, 2, cell, 140, 9));

        patiently().untilAsserted(() -> assertThat(alert()).containsEntry("state", "SUPERSEDED"));
        patiently().untilAsserted(() -> assertThat(health().getString("status")).isEqualTo("UP"));
    }

    /** Once it was found what the alert was raised on, of its present state is asked for. */
    private long looks() {
        return PastDoor.asked().stream()
                .filter(question -> question.contains(clinic) && !question.contains("asOf="))
                .count();
    }

    private List<Map<String, Object>> alerts() {
        return officer("/api/alerts").getList("findAll { it.cohort.clinic == '%s' }".formatted(clinic));
    }

    private Map<String, Object> alert() {
        return alerts().getFirst();
    }

    private JsonPath comparison() {
        return officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns@%s' }".formatted(clinic));
    }

    private static JsonPath health() {
        return given().get("/q/health/well").jsonPath().setRootPath("checks.find { it.name == 'superseding' }");
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

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100));
    }
}
