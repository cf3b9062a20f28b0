package io.dripline.reporting.dashboard.overview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.dripline.contracts.alert.Promise;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.statistics.Verdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overview as an officer reads it, with an alert in the database. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OverviewPageTest {

    private final String clinic = "page-" + UUID.randomUUID();

    @BeforeEach
    void anExcess() {
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(officer("/api/alerts").getList("monitor")).contains("table9-cns@" + clinic));
    }

    @Test
    void thePageShowsTheAlertAndWhatWasObservedBesideWhatWasPublished() {
        String page = text("/");

        assertThat(page).startsWith("Dripline · Overview").contains("Sign out", "Connecting …", "Skip to the content");
        assertThatItShowsWhatIsKnown(page);
    }

    @Test
    void theLiveFragmentShowsTheSameWithoutThePageAroundIt() {
        String fragment = text("/overview");

        assertThat(fragment).startsWith("▲").contains("Open alerts").doesNotContain("Sign out");
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
                .contains("Central nervous system · %s , raised".formatted(clinic))
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
                .contains("As of %s , when the newest change".formatted(new ShownTime(Instant.parse(asOf)).words()))
                .doesNotContain("not current");
    }

    @Test
    void saysWhatIsLeftOfAlphaForOfficers() {
        double left = officer("/api/monitors/shares").getDouble("officers.left");

        assertThat(text("/overview"))
                .contains(
                        "Left of alpha for monitors that officers make: %s of 10 %%.".formatted(Figures.printed(left)));
    }

    @Test
    void promisesWhatEveryPagePromises() {
        Document page = ReadPage.officers("/");

        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Overview");
        assertThat(page.select("table.systems tbody tr")).hasSize(6);
        assertThat(page.select("table.systems tbody th").eachText())
                .startsWith("Any adverse event", "Central nervous system");
        assertThat(ReadPage.links(page))
                .contains("/measures/CNS", "/measures/CNS?clinic=" + clinic, "/alerts", "/glossary");
        assertThat(page.select("tr:has(th:containsOwn(" + clinic + ")) .verdict")
                        .first()
                        .attr("aria-label"))
                .isEqualTo("Exceeds the literature");
    }

    @ParameterizedTest
    @CsvSource({"dark, dark", "light, light", "system, system", "neon, system", ", system"})
    void isAsBrightAsTheReaderOnceChose(@Nullable String cookie, String theme) {
        RequestSpecification request = given().auth().oauth2(Tokens.officer());
        if (cookie != null) {
            request.cookie("theme", cookie);
        }

        Document page = ReadPage.parse(request.get("/").asString());

        assertThat(page.selectFirst("html").attr("data-theme")).isEqualTo(theme);
        assertThat(page.select("#theme option[selected]").val()).isEqualTo(theme);
    }

    @Test
    void figuresAndPictureCanBeTakenAway() {
        String csv = ReadPage.file("/overview/systems.csv", "text/csv");
        String svg = ReadPage.file("/overview/systems.svg", "image/svg+xml");

        JsonPath cns = officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns' }");
        assertThat(csv.lines().toList())
                .hasSize(7)
                .startsWith(
                        "measure,unit,period,affected,exposed,possible,rate,clopper_pearson_95_low,clopper_pearson_95_high,published_as_printed,published_low,published_high,published_by,verdict,as_of")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("CNS,FIRST_COURSE,weeks ")
                        .contains(
                                ",%d,%d,%d,"
                                        .formatted(
                                                cns.getLong("affected"),
                                                cns.getLong("exposed"),
                                                cns.getLong("possible")),
                                ",0.04,0.08,"));
        Document picture = Jsoup.parse(svg, "", Parser.xmlParser());
        assertThat(picture.select("svg > title").text()).contains("first courses, all clinics");
        assertThat(picture.select("text").eachText()).contains("Central nervous system", "Any adverse event");
        assertThat(picture.select("style").text()).contains(".band").doesNotContain("var(");
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
                .contains("False-alarm %s.".formatted(promise()))
                .contains(clinic + " ▲ 42.9 % 60 of 140");

        JsonPath cns = officer("/api/comparisons").setRootPath("find { it.monitor == 'table9-cns' }");
        List<Double> interval = cns.getList("clopperPearson", Double.class);
        assertThat(text)
                .contains("Central nervous system %s %s"
                        .formatted(
                                Words.verdict(Verdict.valueOf(cns.getString("verdict"))),
                                Words.promise(Promise.valueOf(cns.getString("promise")))))
                .contains("%s %s of %s, %s to %s"
                        .formatted(
                                Figures.percent(cns.getDouble("rate")),
                                Figures.count(cns.getLong("affected")),
                                Figures.count(cns.getLong("exposed")),
                                Figures.percent(interval.getFirst()),
                                Figures.percent(interval.getLast())))
                .contains("Hepatic ◇ Cannot be assessed promise: none");
    }

    /** It is judged again beside the page, as weeks close and open. */
    private String promise() {
        return Words.promise(Promise.valueOf(
                officer("/api/alerts").getString("find { it.monitor == 'table9-cns@%s' }.promise".formatted(clinic))));
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
