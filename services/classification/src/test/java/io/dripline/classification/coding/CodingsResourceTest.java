package io.dripline.classification.coding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSurroundings
class CodingsResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void answersTheCodingOfEachPartAndWhatItDropped() {
        // When
        ValidatableResponse answer = code("sick x2 after bolus, nil itch");

        // Then
        answer.statusCode(200)
                .contentType("application/json")
                .body("keySet()", equalTo(Set.of("events", "dropped", "needsReview", "vocabulary")))
                .body("events.size()", is(1))
                .body(
                        "events[0].keySet()",
                        equalTo(Set.of("text", "term", "category", "method", "matched", "confidence")))
                .body("events[0].text", is("sick x2 after bolus"))
                .body("events[0].term", is("vomiting"))
                .body("events[0].category", is("GI"))
                .body("events[0].confidence", greaterThan(0.5f))
                .body("dropped.size()", is(1))
                .body("dropped[0].text", is("nil itch"))
                .body("dropped[0].reason", is("NEGATED"))
                .body("needsReview", is(false))
                .body("vocabulary", is("2026.11.12"));
    }

    @ParameterizedTest
    @CsvSource({
        "nausea, GI",
        "vomited, GI",
        "hallucinations, CNS",
        "dizzy, CNS",
        "hypertension, CARDIOVASCULAR",
        "elevated liver enzymes, HEPATIC",
        "cystitis, UROGENITAL",
    })
    void placesAnEventInItsSystem(String verbatim, String category) {
        code(verbatim)
                .statusCode(200)
                .body("events.category", hasItem(category))
                .body("needsReview", is(false));
    }

    @Test
    void leavesToAPersonWhatItDoesNotRecognise() {
        // When
        ValidatableResponse answer = code("qzxv brblfrk");

        // Then
        answer.statusCode(200)
                .body("needsReview", is(true))
                .body("events[0]", hasKey("category"))
                .body("events[0].category", nullValue())
                .body("events[0]", hasKey("candidates"))
                .body("events[0]", not(hasKey("term")))
                .body("dropped", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic", "safety-officer", "auditor"})
    void isOpenToEveryRole(String role) {
        post(TestIssuer.tokenOf(role), Map.of("verbatim", "nausea")).statusCode(200);
    }

    @Test
    void asksForAToken() {
        given().contentType("application/json")
                .body(Map.of("verbatim", "nausea"))
                .post("/codings")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .contentType(PROBLEM);
    }

    @Test
    void refusesATokenForAnotherService() {
        post(TestIssuer.tokenForElsewhere("clinic"), Map.of("verbatim", "nausea"))
                .statusCode(401)
                .contentType(PROBLEM);
    }

    @Test
    void refusesATokenThatNobodySigned() {
        post("not.a.token", Map.of("verbatim", "nausea")).statusCode(401).contentType(PROBLEM);
    }

    @Test
    void refusesSomebodyWithoutARole() {
        post(TestIssuer.tokenOf("gardener"), Map.of("verbatim", "nausea"))
                .statusCode(403)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"verbatim\": \"  \"}", "{\"verbatim\": null}", "{}"})
    void namesTheFieldThatIsMissing(String body) {
        post(TestIssuer.tokenOf("clinic"), body)
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations.size()", is(1))
                .body("violations[0].field", is("verbatim"))
                .body("violations[0].message", is("expected a reporter's words, found none"));
    }

    @Test
    void takesAsManyWordsAsAReportMayHold() {
        code("a".repeat(4_000)).statusCode(200);
    }

    @Test
    void refusesMoreWordsThanAReportMayHold() {
        post(TestIssuer.tokenOf("clinic"), Map.of("verbatim", "a".repeat(NewCoding.LONGEST + 1)))
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].field", is("verbatim"))
                .body("violations[0].message", containsString(String.valueOf(NewCoding.LONGEST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"verbatim\": \"nausea\", \"language\": \"en\"}",
                "{\"verbatim\": ",
                "{\"verbatim\": {\"text\": \"nausea\"}}",
                "{\"verbatim\": 5}",
                "{\"verbatim\": 5.5}",
                "{\"verbatim\": true}",
                "{\"verbatim\": [\"nausea\"]}",
                "{\"verbatim\": \"nausea\", \"verbatim\": \"rash\"}",
                "{\"verbatim\": \"nausea\"} and more",
                "{\"verbatim\": \"nausea\"} {}",
                "{\"verbatim\": \"nausea\"}]",
                "\"nausea\"",
                "5",
                "[]"
            })
    void refusesWhatIsNotTheExpectedJson(String body) {
        post(TestIssuer.tokenOf("clinic"), body).statusCode(400).contentType(PROBLEM);
    }

    @Test
    void saysWhatAnEmptyBodyLacks() {
        post(TestIssuer.tokenOf("clinic"), "")
                .statusCode(422)
                .contentType(PROBLEM)
                .body("violations[0].message", is("expected a JSON object with verbatim"));
    }

    @Test
    void namesTheUnknownField() {
        post(TestIssuer.tokenOf("clinic"), "{\"verbatim\": \"nausea\", \"language\": \"en\"}")
                .statusCode(400)
                .body("violations.size()", is(1))
                .body("violations[0].keySet()", equalTo(Set.of("field", "message")))
                .body("violations[0].field", is("language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"nausea\"}", "5", "true"})
    void namesTheFieldOfAnotherType(String value) {
        post(TestIssuer.tokenOf("clinic"), "{\"verbatim\": %s}".formatted(value))
                .statusCode(400)
                .body("violations[0].field", is("verbatim"));
    }

    @Test
    void refusesAnotherMediaType() {
        given().auth()
                .oauth2(TestIssuer.tokenOf("clinic"))
                .contentType("text/plain")
                .body("nausea")
                .post("/codings")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
    void showsItsStateToAnybody(String path) {
        given().get(path).then().statusCode(200);
    }

    private static ValidatableResponse code(String verbatim) {
        return post(TestIssuer.tokenOf("clinic"), Map.of("verbatim", verbatim));
    }

    private static ValidatableResponse post(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/codings")
                .then();
    }
}
