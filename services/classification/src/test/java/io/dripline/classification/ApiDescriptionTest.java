package io.dripline.classification;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API's description shows what is really answered. */
@QuarkusTest
@TestSurroundings
class ApiDescriptionTest {

    /** In the checkout; tests run in the module's directory. */
    private static final Path KEPT = Path.of("../../docs/openapi/classification.yaml");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysWhatEveryOperationDoesAndAnswers() throws IOException {
        JsonNode paths = description().required("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/cases",
                        "/cases/export",
                        "/codings",
                        "/counts",
                        "/ledger",
                        "/recoding",
                        "/reviews",
                        "/reviews/{id}",
                        "/reviews/{id}/preview",
                        "/reviews/{id}/ruling",
                        "/rulings",
                        "/rulings/export",
                        "/rulings/import",
                        "/terms");
        paths.forEach(path -> path.forEach(described -> {
            assertThat(described.path("summary").asText()).isNotBlank();
            assertThat(described.get("responses").fieldNames()).toIterable().contains("401", "403", "429");
            assertThat(described.get("responses").properties())
                    .filteredOn(answer -> answer.getKey().startsWith("2"))
                    .singleElement()
                    .satisfies(answer ->
                            assertThat(answer.getValue().findValues("examples")).isNotEmpty());
        }));
        JsonNode operation = paths.at("/~1codings/post");
        assertThat(operation.get("summary").textValue()).isNotBlank();
        assertThat(operation.get("responses").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("200", "400", "401", "403", "413", "415", "422", "429");
    }

    /** A request's example and its answer's have the same name. */
    @Test
    void everyExampleIsAnsweredAsItSays() throws IOException {
        JsonNode operation = description().at("/paths/~1codings/post");
        List<String> tried = new ArrayList<>();
        for (var request :
                operation.at("/requestBody/content/application~1json/examples").properties()) {
            operation
                    .get("responses")
                    .properties()
                    .forEach(answer -> answer.getValue()
                            .get("content")
                            .properties()
                            .forEach(content -> {
                                JsonNode example =
                                        content.getValue().at("/examples").path(request.getKey());
                                if (example.has("value")) {
                                    tried.add(answer.getKey());
                                    assertAnswers(
                                            post(
                                                    TestIssuer.tokenOf("clinic"),
                                                    request.getValue()
                                                            .get("value")
                                                            .toString()),
                                            answer.getKey(),
                                            content.getKey(),
                                            example.get("value"));
                                }
                            }));
        }

        assertThat(tried).containsExactlyInAnyOrder("200", "200", "400", "422");
    }

    @Test
    void everyOtherRefusalIsTheOneThatIsShown() throws IOException {
        String words = "{\"verbatim\": \"nausea\"}";
        Map<String, Response> refusals = Map.of(
                "401", json().body(words).post("/codings"),
                "403", post(TestIssuer.tokenOf("gardener"), words),
                "413", tooLong(),
                "415",
                        given().auth()
                                .oauth2(TestIssuer.tokenOf("clinic"))
                                .contentType("text/plain")
                                .body(words)
                                .post("/codings"));

        JsonNode responses = description().at("/paths/~1codings/post/responses");
        refusals.forEach((status, refusal) -> {
            JsonNode examples = responses.at("/%s/content/application~1problem+json/examples".formatted(status));
            assertThat(examples).hasSize(1);
            assertAnswers(
                    refusal,
                    status,
                    "application/problem+json",
                    examples.iterator().next().get("value"));
        });
    }

    /** {@code -Dopenapi.rewrite} writes the file anew; it is then to be looked at and committed. */
    @Test
    void isTheOneThatIsKept() throws IOException {
        byte[] served = given().accept("application/yaml").get("/q/openapi").asByteArray();

        if (System.getProperty("openapi.rewrite") != null) {
            Files.write(KEPT, served);
        }
        assertThat(KEPT).content(StandardCharsets.UTF_8).isEqualTo(new String(served, StandardCharsets.UTF_8));
    }

    private static JsonNode description() throws IOException {
        return JSON.readTree(
                given().accept("application/json").get("/q/openapi").asByteArray());
    }

    private static void assertAnswers(Response answer, String status, String type, JsonNode example) {
        assertThat(answer.statusCode()).hasToString(status);
        assertThat(answer.contentType()).startsWith(type);
        assertThat(readTree(answer.asString())).isEqualTo(example);
    }

    private static JsonNode readTree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static Response post(String token, String body) {
        return json().auth().oauth2(token).body(body).post("/codings");
    }

    /** Asks before it sends the body: a server that refuses and closes would else break the sending off. */
    private static Response tooLong() {
        return json().config(RestAssured.config()
                        .httpClient(httpClientConfig().setParam("http.protocol.expect-continue", true)))
                .auth()
                .oauth2(TestIssuer.tokenOf("clinic"))
                .body("{\"verbatim\": \"%s\"}".formatted("a".repeat(1 << 20)))
                .post("/codings");
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }
}
