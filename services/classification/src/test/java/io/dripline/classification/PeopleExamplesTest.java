package io.dripline.classification;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Outcome;
import io.dripline.contracts.session.Severity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The examples of the doors for people are posted, and what is answered is what they show: where words, terms and wishes alone
 * decide it, value by value; where it depends on what was reported and when, field by field.
 */
@QuarkusTest
@TestSurroundings
class PeopleExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    /** The example's name is its query. */
    @Test
    void terms() throws IOException {
        var example = answers("/terms", "get", "200").properties().iterator().next();

        Response answer = officer().get("/terms?" + example.getKey());

        assertThat(tree(answer)).isEqualTo(example.getValue().get("value"));
    }

    @Test
    void wordsThatWait() throws IOException {
        JsonNode page = answer("/reviews", "get", "200");
        JsonNode one = page.at("/items/0");
        reported(event(one.get("words").textValue()));

        JsonNode listed = itemOf("/reviews?limit=200", "/id", one.get("id").textValue());
        JsonNode asked = tree(officer()
                .get("/reviews/" + one.get("id").textValue())
                .then()
                .statusCode(200)
                .extract()
                .response());

        assertShows(one, listed, "occurrences", "clinics", "candidates", "firstSeen", "lastSeen");
        assertShows(
                answer("/reviews/{id}", "get", "200"),
                asked,
                "occurrences",
                "clinics",
                "candidates",
                "firstSeen",
                "lastSeen");
    }

    @Test
    void whatARulingWouldChange() throws IOException {
        JsonNode one = answer("/reviews", "get", "200").at("/items/0");
        reported(event(one.get("words").textValue()));
        JsonNode example = answer("/reviews/{id}/preview", "get", "200");

        JsonNode preview = tree(officer()
                .queryParam("terms", one.at("/candidates/0/term").textValue())
                .get("/reviews/%s/preview".formatted(one.get("id").textValue())));

        assertShows(example, preview, "sessions", "looked", "changed", "events");
        assertShows(example.at("/events/0"), preview.at("/events/0"), "events");
    }

    @Test
    void rulings() throws IOException {
        String door = "/reviews/{id}/ruling";
        JsonNode made = answer(door, "put", "200");
        reported(event(made.get("words").textValue()));
        String path = door.replace("{id}", made.get("review").textValue());

        Response refused = put(path, "{\"terms\": [\"dizzyness\"], \"reason\": \"so the nurses say\"}");
        Response ruled = put(path, request(door, "put", "Terms").toString());
        Response revised = put(path, request(door, "put", "Not an event").toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(tree(refused)).isEqualTo(answer(door, "put", "422"));
        assertThat(ruled.statusCode()).isEqualTo(200);
        assertShows(made, tree(ruled), "id", "who", "decidedAt", "sessionsAffected");
        assertThat(revised.statusCode()).isEqualTo(200);
        assertShows(
                answer("/rulings", "get", "200").at("/items/0"),
                itemOf("/rulings?limit=200", "/id", tree(ruled).get("id").asText()),
                "id",
                "who",
                "decidedAt",
                "sessionsAffected");
    }

    @Test
    void exchangedRulings() throws IOException {
        JsonNode brought = request("/rulings/import", "post", "A line");

        Response taken = officer()
                .contentType("application/x-ndjson")
                .body(brought.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/rulings/import");
        Response exported = officer().get("/rulings/export");

        assertShows(answer("/rulings/import", "post", "200"), tree(taken), "sessionsAffected");
        assertThat(exported.asString().lines().map(PeopleExamplesTest::tree))
                .contains(brought)
                .contains(answer("/rulings/export", "get", "200"));
    }

    @Test
    void recoding() throws IOException {
        Line.patiently()
                .until(() -> tree(officer().get("/recoding")).get("preview").isObject());
        JsonNode example = answer("/recoding", "post", "202");

        Response begun = Line.patiently()
                .until(
                        () -> officer()
                                .contentType("application/json")
                                .body(request("/recoding", "post", "Begun").toString())
                                .post("/recoding"),
                        answer -> answer.statusCode() == 202);
        JsonNode state = tree(officer().get("/recoding"));

        assertThat(tree(begun).at("/recoding/reason")).isEqualTo(example.at("/recoding/reason"));
        assertSameFields(example, tree(begun), "begun");
        assertSameFields(answer("/recoding", "get", "200"), state, "state");
        Line.patiently()
                .until(() -> tree(officer().get("/recoding"))
                        .at("/recoding/state")
                        .textValue()
                        .equals("DONE"));
    }

    @Test
    void cases() throws IOException {
        JsonNode example = answer("/cases", "get", "200");
        String words = example.at("/items/0/events/0/words").textValue();
        UUID session = reported(new AdverseEvent(
                UUID.randomUUID(), words, null, null, Severity.MILD, List.of(), Outcome.RECOVERED, null, null));

        JsonNode page = tree(officer().get("/cases?measure=GI&limit=1"));
        JsonNode found = itemOf("/cases?measure=GI&limit=200", "/sessions/0", session.toString());

        assertSameFields(example.at("/items/0"), found, "item");
        assertSameFields(example, page, "page");
    }

    private UUID reported(AdverseEvent event) {
        UUID session = UUID.randomUUID();
        line.report(Reports.of(session, 1, event));
        line.awaitCoded(session, 1);
        return session;
    }

    /** An item of a paged list. */
    private static JsonNode itemOf(String list, String pointer, String value) {
        JsonNode page = tree(officer().get(list));
        while (true) {
            for (JsonNode item : page.get("items")) {
                if (item.at(pointer).asText().equals(value)) {
                    return item;
                }
            }
            assertThat(page.get("next").isNull())
                    .as("no %s with %s %s", list, pointer, value)
                    .isFalse();
            page = tree(
                    officer().queryParam("after", page.get("next").textValue()).get(list));
        }
    }

    /** Equal, but for the values of some fields, which only look alike. */
    private static void assertShows(JsonNode example, JsonNode answer, String... varying) {
        assertSameFields(example, answer, "answer");
        assertThat(((ObjectNode) answer.deepCopy()).remove(List.of(varying)))
                .isEqualTo(((ObjectNode) example.deepCopy()).remove(List.of(varying)));
    }

    /** What is shown is answered, and of the same kind; of lists the first element stands for all. */
    private static void assertSameFields(JsonNode example, JsonNode answer, String where) {
        if (answer.isMissingNode()) {
            throw new AssertionError(where + " is shown and not answered");
        }
        if (example.isNull() || answer.isNull()) {
            return;
        }
        assertThat(answer.getNodeType()).as(where).isEqualTo(example.getNodeType());
        example.properties()
                .forEach(field ->
                        assertSameFields(field.getValue(), answer.path(field.getKey()), where + "." + field.getKey()));
        if (example.isArray() && !example.isEmpty() && !answer.isEmpty()) {
            assertSameFields(example.get(0), answer.get(0), where + "[0]");
        }
    }

    /** The one example of an answer. */
    private static JsonNode answer(String path, String method, String status) throws IOException {
        JsonNode examples = answers(path, method, status);
        assertThat(examples).as(path).hasSize(1);
        return examples.iterator().next().get("value");
    }

    private static JsonNode answers(String path, String method, String status) throws IOException {
        return operation(path, method)
                .at("/responses/" + status + "/content")
                .iterator()
                .next()
                .get("examples");
    }

    private static JsonNode request(String path, String method, String name) throws IOException {
        return operation(path, method)
                .at("/requestBody/content")
                .iterator()
                .next()
                .at("/examples/" + name + "/value");
    }

    private static JsonNode operation(String path, String method) throws IOException {
        JsonNode description = JSON.readTree(
                given().accept("application/json").get("/q/openapi").asByteArray());
        return description.get("paths").get(path).get(method);
    }

    private static Response put(String path, String body) {
        return officer().contentType("application/json").body(body).put(path);
    }

    private static io.restassured.specification.RequestSpecification officer() {
        return given().auth().oauth2(TestIssuer.tokenOf("safety-officer"));
    }

    private static JsonNode tree(Response answer) {
        return tree(answer.asString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
