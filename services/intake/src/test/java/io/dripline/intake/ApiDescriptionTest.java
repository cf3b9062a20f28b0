package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiDescriptionTest {

    /** In the checkout; tests run in the module's directory. */
    private static final Path KEPT = Path.of("../../docs/openapi/intake.yaml");

    @Test
    void saysWhatAReportIsAndHowToSignIn() {
        Response description = given().accept("application/json").get("/q/openapi");

        description
                .then()
                .statusCode(200)
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body(
                        "components.schemas.NewSession.required",
                        hasItems("reference", "patient", "startedAt", "route", "ascertainment"))
                .body("components.schemas.NewSession.properties", hasKey("plannedDose"))
                .body("components.schemas.Session.properties", hasKey("adverseEvents"))
                .body("components.schemas.Route.enum", hasItems("INTRAVENOUS", "EPIDURAL"));
    }

    @Test
    void showsAnExampleOfEveryBodyAndEveryProblem() {
        Map<String, Map<String, Map<String, ?>>> paths =
                given().accept("application/json").get("/q/openapi").path("paths");

        assertThat(paths.keySet())
                .containsExactlyInAnyOrder(
                        "/erasures",
                        "/ledger",
                        "/sessions",
                        "/sessions/batch",
                        "/sessions/{id}",
                        "/sessions/{id}/adverse-events",
                        "/sessions/{id}/versions",
                        "/tallies",
                        "/tallies/{date}");
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (operation.get("requestBody") instanceof Map<?, ?> body) {
                assertThat(body).as("%s %s", method, path).satisfies(ApiDescriptionTest::hasExample);
            }
            ((Map<?, ?>) operation.get("responses")).forEach((status, response) -> {
                if (!status.equals("204")) {
                    assertThat(response).as("%s %s %s", method, path, status).satisfies(r -> hasExample((Map<?, ?>) r));
                }
            });
        }));
    }

    @Test
    void namesEveryAnswerOfEveryDoor() {
        Map<String, Map<String, Map<String, Map<String, ?>>>> paths =
                given().accept("application/json").get("/q/openapi").path("paths");
        Map<String, String> statuses = new TreeMap<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> statuses.put(
                method + " " + path,
                String.join(" ", new TreeSet<>(operation.get("responses").keySet())))));

        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("get /erasures", "200 400 401 403 429 503"),
                        Map.entry("post /erasures", "200 201 400 401 403 404 413 415 422 429 503"),
                        Map.entry("get /ledger", "200 400 401 403 429 503"),
                        Map.entry("post /sessions", "200 201 400 401 403 409 413 415 422 429 503"),
                        Map.entry("get /sessions", "200 400 401 403 422 429 503"),
                        Map.entry("post /sessions/batch", "200 400 401 403 413 415 429 503"),
                        Map.entry("get /sessions/{id}", "200 400 401 403 404 429 503"),
                        Map.entry("put /sessions/{id}", "200 400 401 403 404 409 412 413 415 422 428 429 503"),
                        Map.entry("delete /sessions/{id}", "204 400 401 403 404 409 412 428 429 503"),
                        Map.entry(
                                "post /sessions/{id}/adverse-events",
                                "201 400 401 403 404 409 412 413 415 422 429 503"),
                        Map.entry("get /sessions/{id}/versions", "200 400 401 403 404 429 503"),
                        Map.entry("get /tallies", "200 400 401 403 422 429 503"),
                        Map.entry("put /tallies/{date}", "200 400 401 403 413 415 422 429 503")));
    }

    /** {@code -Dopenapi.rewrite} writes the file anew; it is then to be looked at and committed. */
    @Test
    void isTheOneThatIsKept() throws IOException {
        byte[] served = given().accept("application/yaml").get("/q/openapi").asByteArray();

        if (System.getProperty("openapi.rewrite") != null) {
            Files.createDirectories(KEPT.getParent());
            Files.write(KEPT, served);
        }
        assertThat(KEPT).content(StandardCharsets.UTF_8).isEqualTo(new String(served, StandardCharsets.UTF_8));
    }

    private static void hasExample(Map<?, ?> bodyOrResponse) {
        Map<?, ?> content = (Map<?, ?>) bodyOrResponse.get("content");
        assertThat(content)
                .isNotEmpty()
                .allSatisfy((type, media) -> assertThat(
                                ((Map<?, ?>) media).keySet().stream().map(Object::toString))
                        .containsAnyOf("example", "examples"));
    }
}
