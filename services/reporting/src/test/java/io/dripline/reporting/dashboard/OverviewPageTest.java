package io.dripline.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.statistics.Verdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The overview as an officer reads it, with an alert in the database. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OverviewPageTest {

    private final String clinic = "page-" + UUID.randomUUID();

    @BeforeEach
    void anExcess() {
        PublishShares.inOneTransaction(io.dripline.reporting.Shares.share(
                1, 1, io.dripline.reporting.Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(officer("/api/alerts").getList("monitor")).contains("table9-cns@" + clinic));
    }

    @Test
    void thePageShowsTheAlertAndWhatWasObservedBesideWhatWasPublished() {
        String page = text("/");

        assertThat(page).startsWith("Dripline · Overview").contains("Sign out", "Connecting …");
        assertThatItShowsWhatIsKnown(page);
    }

    @Test
    void theLiveFragmentShowsTheSameWithoutThePageAroundIt() {
        String fragment = text("/overview");

        assertThat(fragment).startsWith("Open alerts").doesNotContain("Sign out");
        assertThatItShowsWhatIsKnown(fragment);
    }

    @Test
    void aClosedAlertDoesNotStandAmongTheOpenOnes() {
        String id = officer("/api/alerts").getString("find { it.monitor == 'table9-cns@%s' }.id".formatted(clinic));
        step(id, 1, "assessment", "{\"assessment\": \"EXPLAINED\", \"reason\": \"A new regimen.\"}");
        assertThat(text("/overview")).contains("Assessed as explained by test");

        step(id, 2, "closure", "{\"reason\": \"The regimen was changed back.\"}");

        String fragment = text("/overview");
        assertThat(fragment)
                .doesNotContain(clinic + " exceeds the literature")
                .contains("Central nervous system · %s, raised".formatted(clinic))
                .contains("Closed as explained by test")
                .contains(clinic + " ▲ 42.9 % 60 of 140");
    }

    private static void step(String id, int version, String step, String body) {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post("/api/alerts/%s/%s".formatted(id, step))
                .then()
                .statusCode(200);
    }

    @Test
    void theTimeIsThatOfTheNewestChangeAndNotOfTheLook() {
        String asOf = officer("/api/incidence").getString("asOf");

        assertThat(text("/overview"))
                .contains(
                        "As of %s, when the newest change".formatted(DescribeOverview.TIME.format(Instant.parse(asOf))))
                .doesNotContain("not current");
    }

    @Test
    void saysWhatIsLeftOfAlphaForOfficers() {
        double left = officer("/api/monitors/shares").getDouble("officers.left");

        assertThat(text("/overview"))
                .contains(
                        "Left of alpha for monitors that officers make: %s of 10 %%.".formatted(Shares.printed(left)));
    }

    @Test
    void isNotForAClinic() {
        given().auth()
                .oauth2(Tokens.clinic(clinic))
                .get("/overview")
                .then()
                .statusCode(403)
                .contentType(containsString("application/problem+json"));
    }

    private void assertThatItShowsWhatIsKnown(String text) {
        assertThat(text)
                .contains(
                        "▲ Central nervous system · %s exceeds the literature: 60 of 140 first courses (42.9 %%), published 4–8 %%."
                                .formatted(clinic))
                .contains("High since 2026-W40.", "Nobody has acknowledged it yet.")
                .contains("False-alarm promise: provisional.")
                .contains(clinic + " ▲ 42.9 % 60 of 140");

        JsonPath cns = officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns' }");
        List<Double> interval = cns.getList("clopperPearson", Double.class);
        assertThat(text)
                .contains("Central nervous system %s %s"
                        .formatted(
                                VerdictWords.of(Verdict.valueOf(cns.getString("verdict"))),
                                VerdictWords.of(Promise.valueOf(cns.getString("promise")))))
                .contains("%s %s of %s, %s to %s"
                        .formatted(
                                Shares.percent(cns.getDouble("rate")),
                                Shares.count(cns.getLong("affected")),
                                Shares.count(cns.getLong("exposed")),
                                Shares.percent(interval.getFirst()),
                                Shares.percent(interval.getLast())))
                .contains("Hepatic ◇ Cannot be assessed promise: none");
    }

    /** What a reader sees: the words between the tags. */
    private static String text(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .extract()
                .asString()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
