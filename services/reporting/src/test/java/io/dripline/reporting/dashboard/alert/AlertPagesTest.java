package io.dripline.reporting.dashboard.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.alert.Alerts;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What officers read of an alert and do about it, with nothing but the pages' forms. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertPagesTest {

    private static final String REASON = "The bolus was changed & nobody said so.";

    @Inject
    Jdbi jdbi;

    @Inject
    Alerts alerts;

    private final String clinic = "alerted-" + UUID.randomUUID();
    private String id = "";

    @BeforeEach
    void anAlert() {
        PublishShares.inOneTransaction(
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W38", clinic), 50, 3),
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 90, 40));
        String find = "find { it.monitor == 'table9-cns@%s' }?.id".formatted(clinic);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> officer("/api/alerts").getString(find) != null);
        id = officer("/api/alerts").getString(find);
    }

    @Test
    void theListNamesItAndItsPageTellsTheEvidenceInWords() {
        Document list = ReadPage.officers("/alerts");
        assertThat(list.select("tr:has(a[href=/alerts/%s])".formatted(id)).text())
                .startsWith("▲ Central nervous system · " + clinic + " Not acknowledged")
                .contains("43 of 140 first courses (30.7 %)", "2026-W40", "promise: ");

        Document page = ReadPage.officers("/alerts/" + id);

        assertThat(page.select("h1").text()).isEqualTo("▲ Central nervous system · " + clinic);
        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Alerts");
        assertThat(ReadPage.words(page.getElementById("found").parent()))
                .contains(
                        "Nobody has acknowledged it yet.",
                        "43 of 140 first courses (30.7 %)",
                        "4–8 % (Yang et al., Table 9)")
                .contains("High since 2026-W40");
        assertThat(page.select("#evidence-table tbody tr").eachText())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2026-W40 40 of 90 44.4 %");
        assertThat(page.select("svg path.raised")).hasSize(1);
        assertThat(page.select("#opinions").first().parent().text()).contains("Exact tail", "CUSUM", "MaxSPRT");
        assertThat(page.select("#comparable-figures tbody tr"))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        figure -> assertThat(figure.select("a").attr("href")).startsWith("/baselines/"));
        assertThat(page.select("#opinions").first().parent().text())
                .contains("above %d of the %d comparable published figures"
                        .formatted(
                                page.select("#comparable-figures td:last-child").eachText().stream()
                                        .filter("above it"::equals)
                                        .count(),
                                page.select("#comparable-figures tbody tr").size()));
        assertThat(page.select(".history li").eachText())
                .singleElement()
                .asString()
                .startsWith("Raised by dripline");
        assertThat(ReadPage.links(page)).contains("/measures/CNS?clinic=%s&unit=FIRST_COURSE".formatted(clinic));
        assertThat(page.select("form h3").eachText()).containsExactly("Acknowledge", "Assess");
    }

    @Test
    void theLivePartIsTheSameAndHoldsNoForm() {
        Document page = ReadPage.officers("/alerts/" + id);
        Element live = page.selectFirst("#alert");

        Document fragment = ReadPage.officers(live.attr("hx-get"));

        assertThat(ReadPage.words(fragment.body())).isEqualTo(ReadPage.words(live));
        assertThat(live.select("form")).as("what is typed is never replaced").isEmpty();
    }

    /** Without it a browser would send a form's origin as null, which the door refuses. */
    @Test
    void itsFormsMaySayToThisOriginWhereTheyComeFrom() {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/alerts/" + id)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "same-origin");
    }

    @Test
    void whatIsTypedIntoItsFormsIsKept() {
        Elements forms = ReadPage.officers("/alerts/" + id).select("form");

        assertThat(forms).isNotEmpty().allMatch(form -> form.hasAttr("data-kept"));
        assertThat(forms)
                .as("its page says that it is done")
                .allMatch(form -> form.attr("action").endsWith("/" + form.attr("data-done")));
    }

    @Test
    void anOfficerTakesEveryStepByForms() {
        Document acknowledged = after(post("acknowledgement", Map.of("version", "1")), "acknowledgement");
        assertThat(acknowledged.select("[role=status].done").text()).isEqualTo("Acknowledged.");
        assertThat(acknowledged.select("form h3").eachText()).containsExactly("Assess");

        Document assessed = after(
                post("assessment", Map.of("version", "2", "assessment", "EXPLAINED", "reason", REASON)), "assessment");
        assertThat(assessed.select("form h3").eachText()).containsExactly("Assess", "Close");
        assertThat(assessed.select(".history li").first().text())
                .startsWith("Assessed as explained by test")
                .contains(REASON);

        Document closed = after(post("closure", Map.of("version", "3", "reason", "Changed\r\nback.")), "closure");
        assertThat(closed.select("form")).isEmpty();
        assertThat(closed.select("#steps").first().parent().text()).contains("Nothing more is to be done");
        assertThat(closed.select(".history li").eachText()).hasSize(4);
        assertThat(closed.select(".history li q").first().wholeText())
                .as("as it was typed")
                .isEqualTo("Changed\nback.");
        assertThat(officer("/api/alerts/" + id).getString("state")).isEqualTo("CLOSED");
        assertThat(officer("/api/alerts/" + id).getString("history.last().reason"))
                .isEqualTo("Changed\nback.");
        assertThat(given().get("/dripline.css").asString())
                .as("shown alike wherever it is quoted")
                .contains("q, .why { white-space: pre-line;");
    }

    /** Nobody came first: Dripline judged the promise anew while the page was open. */
    @Test
    void aPromiseThatWasJudgedAnewIsInNobodysWay() {
        isJudgedAnew();
        isJudgedAnew();

        after(post("acknowledgement", Map.of("version", "1")), "acknowledgement");
        isJudgedAnew();
        after(post("acknowledgement", Map.of("version", "1")), "acknowledgement");

        assertThat(officer("/api/alerts/" + id).getList("history.by"))
                .containsExactly("dripline", "dripline", "dripline", "test", "dripline");
    }

    private void isJudgedAnew() {
        jdbi.useTransaction(handle -> {
            Alert now = alerts.find(handle, UUID.fromString(id)).orElseThrow();
            Alert next = now.after(
                    new AlertStep(now.state(), Instant.now(), AlertStep.DRIPLINE, null, null),
                    now.promise(),
                    List.of("Judged anew."));
            handle.createUpdate("""
                            insert into alert_version (alert_id, version, monitor, record)
                            values (:id, :version, :monitor, :record::json)
                            """)
                    .bind("id", next.id())
                    .bind("version", next.version())
                    .bind("monitor", next.monitor())
                    .bind("record", new String(ContractJson.write(next), StandardCharsets.UTF_8))
                    .execute();
        });
    }

    @Test
    void ofTwoOfficersTheSecondIsToldAndKeepsWhatWasTyped() {
        after(post("acknowledgement", Map.of("version", "1")), "acknowledgement");

        Response late = post(
                "assessment", Map.of("version", "1", "assessment", "CONFIRMED", "reason", REASON + "\r\nAll of it."));

        Document page = refused(late, 412);
        assertThat(page.select("[role=alert]").text())
                .startsWith("Not taken: somebody else came first")
                .contains("Acknowledged by test");
        Element form = page.selectFirst("form[action$=assessment]");
        assertThat(form.select("textarea").first().wholeText().lines()).containsExactly(REASON, "All of it.");
        assertThat(form.select("input[checked]").val()).isEqualTo("CONFIRMED");
        assertThat(form.select("[name=version]").val())
                .as("so that it can be sent again")
                .isEqualTo("2");
        assertThat(officer("/api/alerts/" + id).getInt("version")).isEqualTo(2);
    }

    @Test
    void aDoubleClickTakesOneStepAndSaysThatItIsDone() {
        Map<String, String> form =
                Map.of("version", "1", "assessment", "CONFIRMED", "reason", REASON + "\r\nAll of it.\r\n");

        after(post("assessment", form), "assessment");
        after(post("assessment", form), "assessment");

        assertThat(officer("/api/alerts/" + id).getInt("version")).isEqualTo(2);
    }

    @Test
    void aStepThatDoesNotFollowIsRefusedInPlace() {
        Document page = refused(post("closure", Map.of("version", "1", "reason", REASON)), 409);

        assertThat(page.select("[role=alert]").text()).startsWith("Not taken: this step does not follow");
        assertThat(page.select("form[action$=closure] textarea").text()).isEqualTo(REASON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''        | a reason | assessment: missing
            GUESSED   | a reason | assessment: missing
            CONFIRMED | ' '      | reason: expected a sentence that says why, found none
            """)
    void aFormWithAMissingOrImpossibleValueIsRefusedInPlace(String assessment, String reason, String wrong) {
        Document page =
                refused(post("assessment", Map.of("version", "1", "assessment", assessment, "reason", reason)), 422);

        Element form = page.selectFirst("form[action$=assessment]");
        String field = form.select(".violation").first().parent().is("fieldset") ? "assessment" : "reason";
        assertThat(field + ": " + form.select(".violation").text()).isEqualTo(wrong);
        assertThat(form.select("textarea").first().wholeText()).isEqualTo(reason);
        assertThat(officer("/api/alerts/" + id).getInt("version")).isEqualTo(1);
    }

    /** A browser would else keep what names a patient. */
    @ParameterizedTest
    @CsvSource({"'Mrs. Agatha Winterbourne vomited', true", "' ', false"})
    void aReasonThatNamesSomebodyIsNotForABrowserToKeep(String reason, boolean isForgotten) {
        Document page =
                refused(post("assessment", Map.of("version", "1", "assessment", "EXPLAINED", "reason", reason)), 422);

        assertThat(page.selectFirst("form[action$=assessment]").hasAttr("data-forgotten"))
                .isEqualTo(isForgotten);
        assertThat(page.select("form:not([action$=assessment])[data-forgotten]"))
                .isEmpty();
    }

    /** Who signs in anew on the page that a refused form was answered with. */
    @Test
    void whereAFormWasSentLeadsToThePageOfTheAlert() {
        given().auth()
                .oauth2(Tokens.auditor())
                .redirects()
                .follow(false)
                .get("/alerts/%s/assessment".formatted(id))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/alerts/" + id));
        assertThat(ReadPage.read("/alerts/%s/nothing".formatted(id), Tokens.officer(), 404)
                        .select("[role=alert]")
                        .text())
                .isEqualTo("There is no step nothing.");
    }

    @Test
    void aFormWithoutTheVersionThatItIsAboutChangesNothing() {
        refused(post("acknowledgement", Map.of()), 422);

        assertThat(officer("/api/alerts/" + id).getInt("version")).isEqualTo(1);
    }

    @Test
    void anAuditorLooksAndHasNoForms() {
        Document page = ReadPage.read("/alerts/" + id, Tokens.auditor(), 200);

        assertThat(page.select("form")).isEmpty();
        assertThat(page.select("#steps")).isEmpty();
        given().auth()
                .oauth2(Tokens.auditor())
                .contentType("application/x-www-form-urlencoded")
                .formParam("version", "1")
                .post("/alerts/%s/acknowledgement".formatted(id))
                .then()
                .statusCode(403);
    }

    @Test
    void listsByState() {
        after(post("acknowledgement", Map.of("version", "1")), "acknowledgement");

        assertThat(ReadPage.links(ReadPage.officers("/alerts?state=ACKNOWLEDGED")))
                .contains("/alerts/" + id);
        Document raised = ReadPage.officers("/alerts?state=RAISED");
        assertThat(ReadPage.links(raised)).doesNotContain("/alerts/" + id);
        assertThat(raised.select("nav[aria-label='Alerts by state'] [aria-current]")
                        .text())
                .startsWith("Not acknowledged (");
        assertThat(raised.select("#alert-list").attr("hx-get")).isEqualTo("/alerts/live?state=RAISED");
    }

    /** What is refused asks for no live part, which would put all alerts in the message's place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state=OPEN               | state: expected one of RAISED, ACKNOWLEDGED, ASSESSED, CLOSED, SUPERSEDED, found OPEN
            colour=red               | colour: unknown parameter; expected one of state
            state=RAISED&state=CLOSED | state: expected once, found 2 times
            """)
    void whatCannotBeListedIsToldAndStays(String query, String message) {
        Document page = ReadPage.read("/alerts?" + query, Tokens.officer(), 400);

        assertThat(page.select("[role=alert]").text()).contains(message);
        assertThat(page.select("[hx-get], script[src*=htmx], #live")).isEmpty();
        assertThat(page.select("table.cards")).as("no alerts of something else").isEmpty();
        given().auth()
                .oauth2(Tokens.officer())
                .urlEncodingEnabled(false)
                .get("/alerts/live?" + query)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void whatItWasRaisedOnCanBeTakenAway() {
        List<String> lines = ReadPage.file("/alerts/%s/evidence.csv".formatted(id), "text/csv")
                .lines()
                .toList();
        JsonPath alert = officer("/api/alerts/" + id);

        assertThat(lines).hasSize(3);
        String[] last = lines.getLast().split(",");
        assertThat(last).contains("clinic=" + clinic, "2026-W40", "40", "90", "FIRST_COURSE");
        assertThat(Double.parseDouble(last[8])).isEqualTo(alert.getDouble("lnE"), within(1e-5));
        assertThat(ReadPage.file("/alerts/%s/evidence.svg".formatted(id), "image/svg+xml"))
                .contains("alert at ", "2026-W40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nothing"})
    void anUnknownIdAnswers404(String unknown) {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/alerts/" + unknown)
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void aPersonIsToldInWordsThatThereIsNoSuchAlert() {
        Document page = ReadPage.read("/alerts/nothing", Tokens.officer(), 404);

        assertThat(page.select("[role=alert]").text()).isEqualTo("There is no alert nothing.");
    }

    private Response post(String step, Map<String, String> fields) {
        return given().auth()
                .oauth2(Tokens.officer())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .formParams(new HashMap<>(fields))
                .post("/alerts/%s/%s".formatted(id, step));
    }

    /** Where a browser is sent after a step that was taken. */
    private Document after(Response taken, String step) {
        taken.then().statusCode(303).header("Location", containsString("/alerts/%s?done=%s".formatted(id, step)));
        return ReadPage.officers("/alerts/%s?done=%s".formatted(id, step));
    }

    private static Document refused(Response answer, int status) {
        answer.then().statusCode(status).contentType(containsString("text/html"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        return page;
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
