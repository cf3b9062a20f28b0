package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.reporting.incidence.Rate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's description names every answer, and its examples are what is really answered. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ApiExamplesTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject
    ObjectMapper json;

    @Test
    void everyOperationSaysWhatItDoesAndShowsEveryAnswer() throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        for (var path : description().get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                String door = path.getValue().size() == 1 ? path.getKey() : method.getKey() + " " + path.getKey();
                assertThat(operation.get("summary").textValue()).isNotBlank();
                operation
                        .path("parameters")
                        .forEach(parameter -> assertThat(
                                        parameter.path("description").asText())
                                .as(door)
                                .isNotBlank());
                operation
                        .get("responses")
                        .forEach(response -> assertThat(response.get("content"))
                                .as(door)
                                .isNotEmpty()
                                .allSatisfy(content ->
                                        assertThat(content.path("examples")).isNotEmpty()));
                TreeSet<String> answers = new TreeSet<>();
                operation.get("responses").fieldNames().forEachRemaining(answers::add);
                statuses.put(door, String.join(" ", answers));
            }
        }

        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("/api/alerts", "200 400 401 403 429 503"),
                        Map.entry("/api/alerts/{id}", "200 400 401 403 404 429 503"),
                        Map.entry("/api/alerts/{id}/acknowledgement", "200 400 401 403 404 409 412 413 428 429 503"),
                        Map.entry("/api/alerts/{id}/assessment", "200 400 401 403 404 409 412 413 422 428 429 503"),
                        Map.entry("/api/alerts/{id}/closure", "200 400 401 403 404 409 412 413 422 428 429 503"),
                        Map.entry("/api/baselines", "200 400 401 403 429 503"),
                        Map.entry("/api/baselines/{id}/null", "200 400 401 403 404 412 413 422 429 503"),
                        Map.entry("/api/comparisons", "200 400 401 403 422 429 503"),
                        Map.entry("/api/digest", "200 400 401 403 404 429 503"),
                        Map.entry("/api/evidence", "200 400 401 403 422 429"),
                        Map.entry("/api/evidence/cusum", "200 400 401 403 413 422 429"),
                        Map.entry("/api/evidence/ebh", "200 400 401 403 413 422 429"),
                        Map.entry("/api/evidence/funnel", "200 400 401 403 413 422 429"),
                        Map.entry("/api/evidence/pool", "200 400 401 403 413 422 429"),
                        Map.entry("/api/funnel", "200 400 401 403 422 429 503"),
                        Map.entry("/api/incidence", "200 400 401 403 422 429 503"),
                        Map.entry("/api/ledger", "200 400 401 403 429 503"),
                        Map.entry("/api/measures", "200 400 401 403 429"),
                        Map.entry("get /api/monitors", "200 400 401 403 429 503"),
                        Map.entry("post /api/monitors", "201 400 401 403 409 413 422 429 503"),
                        Map.entry("/api/monitors/shares", "200 400 401 403 429 503"),
                        Map.entry("/api/monitors/suggestions", "200 400 401 403 429 503"),
                        Map.entry("/api/monitors/{id}", "200 400 401 403 404 429 503"),
                        Map.entry("/api/monitors/{id}/retirement", "200 400 401 403 404 409 413 422 429 503"),
                        Map.entry("/api/notifications", "200 400 401 403 429 503"),
                        Map.entry("/api/notifications/{id}/retry", "200 400 401 403 404 409 429 503"),
                        Map.entry("/api/stream", "200 400 401 403 429 503")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alerts",
                "baselines",
                "comparisons",
                "evidence",
                "funnel",
                "incidence",
                "ledger",
                "measures",
                "monitors",
                "monitors/shares",
                "monitors/suggestions",
                "notifications",
                "digest"
            })
    void refusesStrangersAsItShows(String door) throws IOException {
        assertRefuses(given().get("/api/" + door), door, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "alerts, clinic",
        "comparisons, clinic",
        "incidence, clinic",
        "monitors, clinic",
        "stream, clinic",
        "baselines, visitor",
        "measures, visitor",
        "monitors/shares, clinic",
        "monitors/suggestions, clinic",
        "evidence, visitor",
        "funnel, clinic",
        "ledger, clinic",
        "notifications, clinic",
        "digest, clinic"
    })
    void refusesOthersAsItShows(String door, String role) throws IOException {
        Response refusal = given().auth().oauth2(Tokens.sign(Map.of(), role)).get("/api/" + door);

        assertRefuses(refusal, door, 403);
    }

    @ParameterizedTest
    @CsvSource({
        "incidence, unit=PATIENT, 400",
        "incidence, from=2026-W10&to=2026-W09, 422",
        "funnel, clinic=clinic-north, 400",
        "funnel, from=2026-W10&to=2026-W09, 422",
        "evidence, exposed=ten&affected=1&p0=0.08, 400",
        "evidence, exposed=10&affected=11&p0=0.08, 422",
        "alerts, colour=red, 400",
        "baselines, colour=red, 400",
        "comparisons, asOf=yesterday, 400",
        "comparisons, asOf=2999-01-01T00:00:00Z, 422",
        "ledger, colour=red, 400",
        "measures, colour=red, 400",
        "monitors, colour=red, 400",
        "monitors/shares, colour=red, 400",
        "monitors/suggestions, colour=red, 400",
        "monitors/{id}, colour=red, 400",
        "stream, colour=red, 400",
        "notifications, colour=red, 400",
        "digest, colour=red, 400",
        "digest, day=2001-01-01, 404",
        "alerts/{id}, colour=red, 400",
        "alerts/{id}, , 404"
    })
    void refusesQuestionsAsItShows(String door, @Nullable String query, int status) throws IOException {
        String path = door.replace("{id}", "01931c5e-7f00-7abc-8def-0000000000ff");

        assertRefuses(officer(query == null ? path : path + "?" + query), door, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baselines", "measures", "monitors"})
    void listsWhatItShows(String door) throws IOException {
        assertThat(json.readTree(officer(door).asByteArray()))
                .contains(example(door, 200, "application/json").valueStream().toArray(JsonNode[]::new));
    }

    @Test
    void answersEvidenceAsItShows() throws IOException {
        assertThat(json.readTree(officer("evidence?exposed=50&affected=8&p0=0.08&horizon=500")
                        .asByteArray()))
                .isEqualTo(example("evidence", 200, "application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "funnel", "cusum", "ebh"})
    void answersTheMethodsAsItShows(String method) throws IOException {
        JsonNode operation = description().at("/paths/~1api~1evidence~1%s/post".formatted(method));

        JsonNode answered =
                json.readTree(post(method, operation.at("/requestBody/content/application~1json/examples/Asked/value"))
                        .asByteArray());

        assertThat(answered)
                .isEqualTo(operation.at("/responses/200/content/application~1json/examples/Answered/value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pool | {'studies': [{'x': 2, 'n': 60}, {'x': 14, 'n': 90}]} | 422",
                "funnel | {'clinics': [{'x': 4, 'n': 80}, {'x': 31, 'n': 30}]} | 422",
                "cusum | {'p0': 0.08, 'oddsRatio': 1, 'h': 4} | 422",
                "ebh | {'e': [1], 'alpha': 1} | 422",
                "pool | {'colour': 1} | 400",
                "funnel | {'colour': 1} | 400",
                "cusum | {'colour': 1} | 400",
                "ebh | {'colour': 1} | 400"
            })
    void refusesNumbersAsItShows(String method, String body, int status) throws IOException {
        Response refusal = post(method, json.readTree(body.replace('\'', '"')));

        assertThat(refusal.statusCode()).isEqualTo(status);
        ObjectNode document = (ObjectNode) json.readTree(refusal.asByteArray());
        document.remove("instance");
        assertThat(document)
                .isEqualTo(description()
                        .at("/paths/~1api~1evidence~1%s/post/responses/%d/content/application~1problem+json/examples"
                                .formatted(method, status))
                        .iterator()
                        .next()
                        .get("value"));
    }

    /** What officers send is answered in the form that is shown, with other names, times and numbers. */
    @Test
    void doesWhatOfficersAskAsItShows() throws IOException {
        JsonNode give = description().at("/paths/~1api~1baselines~1{id}~1null/put");
        JsonNode make = description().at("/paths/~1api~1monitors/post");
        JsonNode retire = description().at("/paths/~1api~1monitors~1{id}~1retirement/post");

        for (String shown : List.of("A number", "Studies")) {
            JsonNode given =
                    json.readTree(send("PUT", "baselines/considerations-any-high-dose/null", asked(give, shown))
                            .asByteArray());
            assertThat(form(given)).isEqualTo(form(answer(give, 200)));
        }
        ObjectNode wanted = (ObjectNode) asked(make, "Dizziness, intravenous");
        wanted.put("alphaShare", 0.00001);
        JsonNode made = json.readTree(send("POST", "monitors", wanted).asByteArray());
        assertThat(form(made)).isEqualTo(form(answer(make, 201)));
        String retirement = "monitors/" + made.get("id").textValue() + "/retirement";
        JsonNode retired =
                json.readTree(send("POST", retirement, asked(retire, "Why")).asByteArray());
        assertThat(form(retired)).isEqualTo(form(answer(retire, 200)));
        assertThat(form(json.readTree(officer("monitors/table9-cns").asByteArray())))
                .isEqualTo(form(example("monitors/{id}", 200, "application/json")));
        assertThat(form(json.readTree(officer("monitors/shares").asByteArray())))
                .isEqualTo(form(example("monitors/shares", 200, "application/json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | baselines/{id}/null | table9-gi | {'p0': '7', 'reason': 'why'} | 400",
                "PUT | baselines/{id}/null | table9-nothing | {'p0': 0.1, 'reason': 'why'} | 404",
                "PUT | baselines/{id}/null | table9-gi | {'p0': 1} | 422",
                "POST | monitors | | {'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'cohort':"
                        + " {'colour': 'red'}} | 400",
                "POST | monitors | | {'baseline': 'table9-nothing', 'alphaShare': 0} | 422",
                "POST | monitors/{id}/retirement | table9-gi | {'colour': 1} | 400",
                "POST | monitors/{id}/retirement | table9-nothing-1 | {'reason': 'why'} | 404",
                "POST | monitors/{id}/retirement | table9-gi | {} | 422"
            })
    void refusesOfficersAsItShows(String method, String door, @Nullable String id, String body, int status)
            throws IOException {
        String path = id == null ? door : door.replace("{id}", id);

        Response refusal = send(method, path, json.readTree(body.replace('\'', '"')));

        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.contentType()).startsWith(PROBLEM);
        ObjectNode document = (ObjectNode) json.readTree(refusal.asByteArray());
        document.remove("instance");
        assertThat(document)
                .isEqualTo(description()
                        .at("/paths/~1api~1%s/%s/responses/%d/content/application~1problem+json/examples"
                                .formatted(door.replace("/", "~1"), method.toLowerCase(Locale.ROOT), status))
                        .iterator()
                        .next()
                        .get("value"));
    }

    private static JsonNode asked(JsonNode operation, String example) {
        return operation
                .at("/requestBody/content/application~1json/examples")
                .get(example)
                .get("value");
    }

    private static JsonNode answer(JsonNode operation, int status) {
        return operation
                .at("/responses/%d/content/application~1json/examples".formatted(status))
                .iterator()
                .next()
                .get("value");
    }

    /** The names of all fields, also within; of a list, those of its first. */
    private static List<String> form(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.properties().forEach(field -> {
            names.add(field.getKey());
            JsonNode value = field.getValue().isArray() ? field.getValue().path(0) : field.getValue();
            if (!field.getKey().equals("cohort")) {
                names.addAll(form(value));
            }
        });
        return names;
    }

    private static Response send(String method, String path, JsonNode body) {
        return given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body(body.toString())
                .request(method, "/api/" + path);
    }

    private static Response post(String method, JsonNode body) {
        return given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body(body.toString())
                .post("/api/evidence/" + method);
    }

    /** What is counted depends on the other tests, so only the form of the answer is compared. */
    @Test
    void comparesInTheFormThatItShows() throws IOException {
        JsonNode shown = example("comparisons", 200, "application/json").get(0);
        JsonNode answered = json.readTree(officer("comparisons").asByteArray()).get(0);

        assertThat(answered.fieldNames()).toIterable().containsExactlyElementsOf(shown::fieldNames);
        assertThat(answered.get("secondOpinions").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(shown.get("secondOpinions")::fieldNames);
    }

    @Test
    void answersARateAsItShows() throws IOException {
        JsonNode shown = example("incidence", 200, "application/json");
        JsonNode answered = json.readTree(officer("incidence").asByteArray());

        assertThat(answered.fieldNames()).toIterable().containsExactlyElementsOf(shown::fieldNames);
        assertThat(json.readTree(json.writeValueAsBytes(Rate.of(null, 1200, 74, 81))))
                .isEqualTo(shown.at("/rows/0"));
    }

    /** Most refusals repeat the path that was asked for as {@code instance}, which the examples leave out. */
    private void assertRefuses(Response refusal, String door, int status) throws IOException {
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.contentType()).startsWith(PROBLEM);
        ObjectNode document = (ObjectNode) json.readTree(refusal.asByteArray());
        document.remove("instance");
        assertThat(document).isEqualTo(example(door, status, PROBLEM));
    }

    /** The one example of an answer. */
    private JsonNode example(String door, int status, String type) throws IOException {
        JsonNode examples = description()
                .at("/paths/~1api~1%s/get/responses/%d/content/%s/examples"
                        .formatted(door.replace("/", "~1"), status, type.replace("/", "~1")));
        assertThat(examples).hasSize(1);
        return examples.iterator().next().get("value");
    }

    private JsonNode description() throws IOException {
        return json.readTree(
                given().accept("application/json").get("/q/openapi").asByteArray());
    }

    private static Response officer(String path) {
        return given().auth().oauth2(Tokens.officer()).get("/api/" + path);
    }
}
