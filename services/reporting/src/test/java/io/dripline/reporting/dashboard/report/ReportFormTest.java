package io.dripline.reporting.dashboard.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.reporting.IntakeDoor;
import io.dripline.reporting.IntakeDoor.Asked;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.dashboard.ReadPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clinic's people do with the form, with nothing but the form; intake is a server that answers as it describes itself. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ReportFormTest {

    private static final String FORM = "/clinic/sessions/new";
    private static final String TOKEN = Tokens.clinic("clinic-north");
    private static final String STORED = "019ab0f2-6a00-7000-8000-000000000000";
    private static final String WORDS = "felt <b>floaty</b> & \"sick\"\r\nafter the bolus";

    @BeforeEach
    @AfterEach
    void forget() {
        IntakeDoor.forget();
    }

    @Test
    void asksForEveryFieldAndAssumesLittle() {
        Document page = ReadPage.read(FORM, TOKEN, 200);

        assertThat(page.select("h1").text()).isEqualTo("Report a session of clinic-north");
        assertThat(page.select("nav[aria-label=Pages] [aria-current=page]").text())
                .isEqualTo("Report a session");
        assertThat(SessionFields.OF_SESSION)
                .allSatisfy(field -> assertThat(page.getElementById(field.name()))
                        .as(field.name())
                        .isNotNull());
        assertThat(SessionFields.OF_EVENT)
                .allSatisfy(field -> assertThat(page.getElementById(SessionFields.ofEvent(1, field)))
                        .as(field.name())
                        .isNotNull());
        assertThat(page.select("#route option[selected]").val()).isEqualTo("INTRAVENOUS");
        assertThat(page.select("#ascertainment option[selected]").val())
                .as("a claim that people make")
                .isEmpty();
        assertThat(page.select("#reference").val()).startsWith("form-20");
        assertThat(page.select("[required]").eachAttr("name"))
                .containsExactlyInAnyOrder("reference", "patient", "startedAt", "route", "ascertainment", "zone");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @Test
    void twoFormsHaveTwoReferences() {
        String one = ReadPage.read(FORM, TOKEN, 200).select("#reference").val();

        assertThat(ReadPage.read(FORM, TOKEN, 200).select("#reference").val()).isNotEqualTo(one);
    }

    /** A patient's words are not for a browser to keep; what the page asks before it sends them keeps them on the page. */
    @ParameterizedTest
    @ValueSource(strings = {FORM, "/clinic/sessions/upload"})
    void whatIsTypedOfAPatientIsNotKept(String path) {
        Document page = ReadPage.read(path, TOKEN, 200);

        assertThat(page.select("form[method=post]").eachAttr("action")).containsExactly(path);
        assertThat(page.select("[data-kept]")).isEmpty();
    }

    /** Without it a browser would send a form's origin as null, which the door refuses. */
    @Test
    void itsFormMaySayToThisOriginWhereItComesFrom() {
        given().auth().oauth2(TOKEN).get(FORM).then().statusCode(200).header("Referrer-Policy", "same-origin");
    }

    @Test
    void isReportedByThePersonsOwnTokenAndToldAsItWasStored() throws JsonProcessingException {
        Map<String, String> form = filledIn();
        form.put("event1_verbatim", WORDS);
        form.put("event1_seriousness.HOSPITALISATION", "on");
        form.put("event1_seriousness.LIFE_THREATENING", "on");

        Response answer = post(form);

        answer.then().statusCode(303).header("Location", containsString(FORM + "?reported=" + STORED));
        Asked asked = IntakeDoor.asked().getLast();
        assertThat(asked.authorization()).isEqualTo("Bearer " + TOKEN);
        assertThat(asked.type()).startsWith("application/json");
        JsonNode sent = new ObjectMapper().readTree(asked.body());
        assertThat(sent.path("startedAt").asText()).isEqualTo("2026-11-22T09:00+11:00");
        assertThat(sent.path("weightKg").isNumber()).isTrue();
        assertThat(sent.at("/adverseEvents/0/verbatim").asText()).isEqualTo(WORDS.replace("\r\n", "\n"));
        assertThat(sent.at("/adverseEvents/0/seriousness").toString())
                .isEqualTo("[\"LIFE_THREATENING\",\"HOSPITALISATION\"]");

        Document after = ReadPage.read(FORM + "?reported=" + STORED, TOKEN, 200);

        assertThat(after.select("[role=status]").text())
                .startsWith("Reported: 2026-11-22/bay-3/2, started 21 November 2026, 22:00 UTC, 1 event.");
        assertThat(after.select("#patient").val()).as("the next one is another").isEmpty();
    }

    /** The second time intake answers 200 with the session that it has; both lead to the same page. */
    @Test
    void aDoubleClickReportsOnce() {
        Map<String, String> form = filledIn();
        post(form).then().statusCode(303);
        String stored = ReadPage.read(FORM + "?reported=" + STORED, TOKEN, 200)
                .select("[role=status]")
                .text();
        IntakeDoor.record("POST /sessions", 200, """
                {"id": "%s", "version": 3, "status": "ACTIVE", "reference": "r", "startedAt": "2026-11-22T09:00:00+11:00",
                 "adverseEvents": [], "warnings": []}
                """.formatted(STORED));

        post(form).then().statusCode(303).header("Location", containsString("?reported=" + STORED));

        List<String> bodies = IntakeDoor.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .map(Asked::body)
                .toList();
        assertThat(bodies).as("the same report, by the reference of the form").hasSize(2);
        assertThat(bodies.getFirst()).isEqualTo(bodies.getLast());
        assertThat(stored).startsWith("Reported: ");
    }

    @Test
    void whatIntakeRefusesIsToldBesideTheFieldAndWhatWasTypedIsKept() {
        IntakeDoor.record("POST /sessions", 422, """
                {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", "violations": [
                  {"field": "adverseEvents[0].onsetAt", "message": "expected a time that is not before the session's start"},
                  {"field": "weightKg", "message": "expected 20 to 400 kg"},
                  {"field": "later.field", "message": "expected what this page knows nothing of"}]}
                """);
        Map<String, String> form = filledIn();
        form.put("events", "2");
        form.put("weightKg", "7");
        form.put("premedication.MIDAZOLAM", "on");
        form.put("event2_verbatim", WORDS);
        form.put("event2_onsetAt", "2026-11-22T08:00");

        Document page = refused(post(form), 422);

        assertThat(page.select("#weightKg-violation").text()).isEqualTo("expected 20 to 400 kg");
        assertThat(page.select("#event2_onsetAt-violation").text())
                .as("the first event was left empty")
                .startsWith("expected a time that is not before");
        assertThat(page.select("[role=alert] li").eachText())
                .containsExactly(
                        "Weight, kg: expected 20 to 400 kg",
                        "Began: expected a time that is not before the session's start",
                        "later.field: expected what this page knows nothing of");
        assertThat(page.select("#weightKg").val()).isEqualTo("7");
        assertThat(page.select("#reference").val()).isEqualTo(form.get("reference"));
        assertThat(page.select("#event2_verbatim").first().wholeText()).isEqualTo(WORDS.replace("\r\n", "\n"));
        assertThat(page.select("#event2_onsetAt").val()).isEqualTo("2026-11-22T08:00");
        assertThat(page.select("#premedication-MIDAZOLAM[checked]")).hasSize(1);
        assertThat(page.select("input[type=checkbox][checked]")).hasSize(1);
        assertThat(page.select("#ascertainment option[selected]").val()).isEqualTo("CHECKLIST");
        assertThat(page.select("b")).as("words are no HTML").isEmpty();
    }

    @Test
    void aReferenceThatNamesAnotherReportIsToldBesideIt() {
        IntakeDoor.record("POST /sessions", 409, """
                {"status": 409, "title": "Conflict",
                 "detail": "The reference was used for another report; amend that one, or choose another reference"}
                """);

        Document page = refused(post(filledIn()), 409);

        assertThat(page.select("#reference-violation").text()).startsWith("The reference was used for another report");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            startedAt | 2026-10-04T02:30 | startedAt | they were put forward
            startedAt | yesterday        | startedAt | expected a time such as
            zone      | Sydney           | zone      | expected a time zone such as
            zone      | EST              | zone      | expected a time zone such as
            """)
    void aTimeThatNoClockShowedIsToldWithoutAskingIntake(String field, String typed, String wrong, String message) {
        Map<String, String> form = filledIn();
        form.put(field, typed);

        Document page = refused(post(form), 422);

        assertThat(page.select("#" + wrong + "-violation").text()).contains(message);
        assertThat(page.getElementById(field).val()).isEqualTo(typed);
        assertThat(page.getElementById(field).attr("type"))
                .as("an input for times would be emptied")
                .isEqualTo("text");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, 0", "201, 4000"})
    void whileIntakeDoesNotAnswerItSaysSoAndKeepsWhatWasTyped(int status, long delay) {
        IntakeDoor.record("POST /sessions", status, delay, "{}");
        Map<String, String> form = filledIn();

        Document page = refused(post(form), 503);

        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .startsWith("It is not known whether this was reported.")
                .endsWith("Send it again then: the same report is stored once.");
        assertThat(page.select("#patient").val()).isEqualTo("P-0042");
        assertThat(page.select("#reference").val()).isEqualTo(form.get("reference"));
    }

    /** Whom intake turns away at its door has not reported, which is known. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | Not reported. Your session is over. Sign in again in another window, then send this once more.
            403 | Not reported. Intake does not let you in (403). Ask whoever runs Dripline.
            429 | Not reported. Your clinic sends more than intake takes at once. Try again in a minute.
            """)
    void whatIntakeDidNotTakeIsKnownAndKept(int status, String why) {
        IntakeDoor.record("POST /sessions", status, "{}");

        Document page = refused(post(filledIn()), 503);

        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .isEqualTo(why + " What was typed is kept below.");
        assertThat(page.select("#patient").val()).isEqualTo("P-0042");
    }

    /** It is stored: whoever saw nothing would report it again. */
    @Test
    void whatWasReportedAndCannotBeShownIsSaidSo() {
        IntakeDoor.record("GET /sessions/{id}", 503, "{\"status\": 503}");

        Document page = ReadPage.read(FORM + "?reported=" + STORED, TOKEN, 200);

        assertThat(page.select("[role=alert]").not("[hidden]").text())
                .startsWith("The session that this address names cannot be shown. Intake does not answer")
                .contains("It need not be reported again");
        assertThat(page.select("[role=status]")).isEmpty();
        assertThat(page.select("form.report")).hasSize(1);
    }

    @Test
    void anotherEventIsAddedBelowWithoutReportingAnything() {
        Map<String, String> form = filledIn();
        form.put("event1_verbatim", "dizzy");
        form.put("do", "add");

        Document page = refused(post(form), 200);

        assertThat(page.select("h2").eachText()).endsWith("Event 1", "Event 2");
        assertThat(page.select("#event1_verbatim").text()).isEqualTo("dizzy");
        assertThat(page.select("[name=events]").val()).isEqualTo("2");
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @Test
    void thereIsRoomForAsManyEventsAsIntakeTakes() {
        Map<String, String> form = filledIn();
        form.put("events", "200");
        form.put("do", "add");

        Document page = refused(post(form), 200);

        assertThat(page.select("[role=alert]").not("[hidden]").text()).contains("at most 200 events");
        assertThat(page.select("[name=events]").val()).isEqualTo("200");
    }

    /** Nothing is said of it while there is no zone to read it in. */
    @Test
    void aTimeThatABrowserCannotReadStaysThoughNothingElseIsSaidOfIt() {
        Map<String, String> form = filledIn();
        form.put("startedAt", "2026-11-22 09:00");
        form.put("zone", "Sydney");

        Document page = refused(post(form), 422);

        assertThat(page.select("#startedAt-violation")).isEmpty();
        assertThat(page.select("#startedAt").attr("type")).isEqualTo("text");
        assertThat(ReadPage.read(FORM, TOKEN, 200).select("#startedAt").attr("type"))
                .isEqualTo("datetime-local");
    }

    @Test
    void whatIsNoFormOfThisPageIsRefused() {
        Map<String, String> form = filledIn();
        form.put("clinic", "clinic-south");

        post(form).then().statusCode(400);

        assertThat(IntakeDoor.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no-id", "00000000-0000-0000-0000-000000000000"})
    void anAddressThatNamesNoSessionOfTheClinicTellsNothing(String id) {
        IntakeDoor.record("GET /sessions/{id}", 404, "{\"status\": 404}");

        assertThat(ReadPage.read(FORM + "?reported=" + id, TOKEN, 200).select("[role=status]"))
                .isEmpty();
    }

    @Test
    void anOfficerReportsForNoClinic() {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/x-www-form-urlencoded")
                .formParams(filledIn())
                .post(FORM)
                .then()
                .statusCode(403);
        assertThat(IntakeDoor.asked()).isEmpty();
    }

    private static Map<String, String> filledIn() {
        return new HashMap<>(Map.of(
                "reference", "form-2026-11-22-1",
                "patient", "P-0042",
                "startedAt", "2026-11-22T09:00",
                "zone", "Australia/Sydney",
                "route", "INTRAVENOUS",
                "ascertainment", "CHECKLIST",
                "weightKg", "70.5",
                "events", "1",
                "do", "report"));
    }

    private static Response post(Map<String, String> fields) {
        return given().auth()
                .oauth2(TOKEN)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .formParams(fields)
                .post(FORM);
    }

    private static Document refused(Response answer, int status) {
        answer.then().statusCode(status).contentType(containsString("text/html"));
        Document page = ReadPage.parse(answer.asString());
        ReadPage.assertThatItIsForAll(page);
        Element form = page.selectFirst("form.report");
        assertThat(form).isNotNull();
        return page;
    }
}
