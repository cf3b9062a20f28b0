package io.dripline.classification.recoding;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.dripline.contracts.coding.CodedSession;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a ruling before it is given is what it does once it is. */
@QuarkusTest
@TestSurroundings
class PreviewRulingTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    /** Nobody else's words; "garbled" would be speech now and then. */
    private final String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q"
            + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private final UUID id = UUID.randomUUID();
    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    @Test
    void saysWhereEventsWouldMoveAndStoresNothing() {
        UUID other = UUID.randomUUID();
        line.report(Reports.of(id, 1, event(words), event("vomited")));
        line.report(Reports.of(other, 1, event(words + ", vomited")));
        line.awaitCoded(id, 1);
        line.awaitCoded(other, 1);

        Response preview = preview("terms=dizziness");

        preview.then()
                .statusCode(200)
                .body("sessions", is(2))
                .body("looked", is(2))
                .body("changed", is(2));
        assertThat(preview.jsonPath().<Map<String, Object>>getList("events"))
                .containsExactlyInAnyOrder(
                        Map.of("from", List.of("AWAITING"), "to", List.of("CNS"), "events", 1),
                        Map.of("from", List.of("AWAITING", "GI"), "to", List.of("CNS", "GI"), "events", 1));
        assertThat(line.coded(id)).hasSize(1);
        rule("\"terms\": [\"dizziness\"]");
        CodedSession ruled = line.awaitCoded(id, 2).getLast();
        assertThat(ruled.events().getFirst().codings())
                .singleElement()
                .matches(coding -> coding.category().name().equals("CNS"));
    }

    @Test
    void saysOfARevisionWhatItTakesBack() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        rule("\"terms\": [\"dizziness\"]");
        line.awaitCoded(id, 2);

        preview("notAnEvent=true")
                .then()
                .statusCode(200)
                .body("changed", is(1))
                .body("events[0].from", is(List.of("CNS")))
                .body("events[0].to", is(List.of("DROPPED")))
                .body("events[0].events", is(1));
        preview("terms=dizziness")
                .then()
                .statusCode(200)
                .body("sessions", is(1))
                .body("changed", is(0))
                .body("events", empty());
        preview("terms=dissociation,dissociation")
                .then()
                .statusCode(200)
                .body("events[0].from", is(List.of("CNS")))
                .body("events[0].to", is(List.of("CNS")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            terms=                       | 422 | terms
            notAnEvent=false             | 422 | terms
            terms=dizzyness              | 422 | terms[0]
            terms=nausea&notAnEvent=true | 422 | notAnEvent
            terms=,                      | 400 | terms
            notAnEvent=perhaps           | 400 | notAnEvent
            colour=red&terms=nausea      | 400 | colour
            """)
    void refusesWhatIsNoDecision(String query, int status, String field) {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        preview(query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.field", is(List.of(field)));
    }

    @Test
    void namesTermsNearAnUnknownOne() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        preview("terms=dizzyness").then().body("violations[0].message", containsString("near it are dizziness"));
    }

    @Test
    void ofWordsThatNobodyReportedThereIsNone() {
        preview("terms=nausea").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theHistoryOfOneReviewIsListedTheLatestFirst() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        rule("\"terms\": [\"dizziness\"]");
        rule("\"notAnEvent\": true");
        String about = "/rulings?latestFirst=true&limit=1&review="
                + TestWordKeys.of(words).hex();

        Response first = auditor(about);
        Response second = auditor(about + "&after=" + first.path("next"));

        assertThat(first.jsonPath().getList("items.revision")).containsExactly(2);
        assertThat(second.jsonPath().getList("items.revision")).containsExactly(1);
        assertThat(second.jsonPath().getString("next")).isNull();
        auditor("/rulings?review=nothing").then().statusCode(400).body("violations[0].field", is("review"));
    }

    private Response preview(String query) {
        return auditor("/reviews/" + TestWordKeys.of(words).hex() + "/preview?" + query);
    }

    private static Response auditor(String path) {
        return given().auth().oauth2(TestIssuer.tokenOf("auditor")).get(path);
    }

    private void rule(String decision) {
        given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .body("{%s, \"reason\": \"so the nurses say\"}".formatted(decision))
                .put("/reviews/" + TestWordKeys.of(words).hex() + "/ruling")
                .then()
                .statusCode(200);
    }
}
