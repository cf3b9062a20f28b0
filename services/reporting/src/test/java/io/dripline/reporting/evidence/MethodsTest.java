package io.dripline.reporting.evidence;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doors that pool, compare, run and choose. What the methods answer is held to reference values in the domain. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MethodsTest {

    @Test
    void poolAnswersOnTheLogitScaleWithProportionsAsIntervals() {
        JsonPath pooled = answered("pool", """
                {"studies": [{"x": 2, "n": 60}, {"x": 14, "n": 90}, {"x": 9, "n": 150}, {"x": 30, "n": 160}, \
                {"x": 5, "n": 110}], "level": 0.95}""");

        assertThat(pooled.getDouble("tau2")).isCloseTo(0.529062389253, within(1e-5));
        assertThat(pooled.getDouble("estimate")).isCloseTo(-2.33758330298, within(1e-5));
        assertThat(pooled.getDouble("se")).isCloseTo(0.370112242974, within(1e-5));
        assertThat(pooled.getDouble("predictionInterval[1]")).isCloseTo(0.482087219959, within(1e-5));
        assertThat(pooled.getList("predictionIntervalModified", Double.class))
                .hasSize(2)
                .isSorted();
    }

    @Test
    void aWiderLevelIsAWiderInterval() {
        String studies = "{\"studies\": [{\"x\": 2, \"n\": 60}, {\"x\": 14, \"n\": 90}, {\"x\": 9, \"n\": 150}]%s}";

        double standard = answered("pool", studies.formatted("")).getDouble("predictionInterval[1]");
        double wide = answered("pool", studies.formatted(", \"level\": 0.99")).getDouble("predictionInterval[1]");

        assertThat(wide).isGreaterThan(standard);
    }

    @Test
    void funnelScoresClinicsInTheOrderStated() {
        JsonPath funnel = answered("funnel", """
                {"clinics": [{"x": 4, "n": 80}, {"x": 30, "n": 150}, {"x": 12, "n": 160}, {"x": 2, "n": 90}, \
                {"x": 19, "n": 140}, {"x": 9, "n": 120}, {"x": 25, "n": 130}, {"x": 6, "n": 110}, \
                {"x": 11, "n": 170}, {"x": 40, "n": 200}]}""");

        assertThat(funnel.getDouble("phi")).isCloseTo(5.06343, within(1e-3));
        assertThat(funnel.getDouble("tau2")).isCloseTo(0.00863117862883, within(1e-7));
        List<Double> z = funnel.getList("z", Double.class);
        assertThat(z).hasSize(10);
        assertThat(z.get(3)).isNegative();
        assertThat(z.get(9)).isPositive();
    }

    @Test
    void cusumAnswersBothRunLengths() {
        JsonPath lengths = answered("cusum", "{\"p0\": 0.08, \"oddsRatio\": 2, \"h\": 4}");

        assertThat(lengths.getDouble("arlInControl")).isCloseTo(2942.7, within(29.0));
        assertThat(lengths.getDouble("arlShifted")).isCloseTo(126.4, within(1.2));
    }

    @Test
    void ebhNamesIndicesFromZero() {
        JsonPath chosen = answered("ebh", "{\"e\": [1, 210, 0, 99, 51, 70], \"alpha\": 0.05}");

        assertThat(chosen.getList("rejected", Integer.class)).containsExactly(1, 3, 4, 5);
    }

    @Test
    void ebhOfNothingRejectsNothing() {
        JsonPath chosen = answered("ebh", "{\"e\": []}");

        assertThat(chosen.getList("rejected")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pool | {} | 422 | studies",
                "pool | {'studies': null} | 422 | studies",
                "pool | {'studies': []} | 422 | studies",
                "pool | {'studies': [{'x': 1, 'n': 10}]} | 422 | studies",
                "pool | {'studies': [{'x': 1, 'n': 10}, {'x': 2, 'n': 10}]} | 422 | studies",
                "pool | {'studies': [{'x': 1, 'n': 10}, {'x': 0, 'n': 10}, {'x': 2, 'n': 10}]} | 422 | studies[1].x",
                "pool | {'studies': [{'x': 1, 'n': 10}, {'x': 10, 'n': 10}, {'x': 2, 'n': 10}]} | 422 | studies[1].x",
                "pool | {'studies': [{'x': 11, 'n': 10}, {'n': 10}, {'x': 2}]} | 422 | studies[0].x studies[1].x studies[2].n",
                "pool | {'studies': [{'x': 1, 'n': 0}, null, {'x': 2, 'n': 10}]} | 422 | studies[0].n studies[1]",
                "pool | {'studies': [{'x': 1, 'n': 9}, {'x': 1, 'n': 9}, {'x': 1, 'n': 9}], 'level': 1} | 422 | level",
                "pool | {'studies': [{'x': 1.5, 'n': 10}]} | 400 | studies[0].x",
                "pool | {'studies': [{'x': '1', 'n': 10}]} | 400 | studies[0].x",
                "pool | {'studies': [{'x': 1, 'n': 10, 'colour': 1}]} | 400 | studies[0].colour",
                "pool | {'studies': 3} | 400 | studies",
                "funnel | {'clinics': [{'x': 1, 'n': 10}]} | 422 | clinics",
                "funnel | {'clinics': [{'x': 1, 'n': 10}, {'x': -1, 'n': 10}]} | 422 | clinics[1].x",
                "funnel | {'clinics': [{'x': 1, 'n': 10}, {'x': 1, 'n': 2000000000}]} | 422 | clinics[1].n",
                "cusum | {} | 422 | p0 oddsRatio h",
                "cusum | {'p0': 0, 'oddsRatio': 1, 'h': 0} | 422 | p0 oddsRatio h",
                "cusum | {'p0': 0.08, 'oddsRatio': 1e400, 'h': 4} | 422 | oddsRatio",
                "cusum | {'p0': true, 'oddsRatio': 2, 'h': 4} | 400 | p0",
                "ebh | {} | 422 | e",
                "ebh | {'e': [1, null, -1, 1e400], 'alpha': 0} | 422 | e[1] e[2] e[3] alpha",
                "ebh | {'e': [1], 'colour': 1} | 400 | colour"
            })
    void whatCannotBeIsNamed(String method, String body, int status, String fields) {
        asked(method, body.replace('\'', '"'))
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", containsInAnyOrder(fields.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'p0': NaN, 'oddsRatio': 2, 'h': 4}",
                "{'p0': 0.08, 'p0': 0.9, 'oddsRatio': 2, 'h': 4}",
                "{'p0': 0.08, 'oddsRatio': 2, 'h': 4} more",
                "{'p0': ",
                "null",
                "[]",
                "`'0.08'`"
            })
    void whatIsNoObjectIsRefused(String body) {
        asked("cusum", body.replace('\'', '"')).statusCode(400).contentType(containsString(ProblemExample.TYPE));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(Tokens.auditor())
                .contentType("text/plain")
                .body("0.08")
                .post("/api/evidence/cusum")
                .then()
                .statusCode(415)
                .contentType(containsString(ProblemExample.TYPE));
    }

    @Test
    void aLongBodyIsRefused() {
        // Asks before it sends the body: a server that refuses and closes would else break the sending off.
        given().config(RestAssured.config()
                        .httpClient(httpClientConfig().setParam("http.protocol.expect-continue", true)))
                .auth()
                .oauth2(Tokens.auditor())
                .contentType("application/json")
                .body("{\"e\": [" + "1, ".repeat(600_000) + "1]}")
                .post("/api/evidence/ebh")
                .then()
                .statusCode(413)
                .contentType(containsString(ProblemExample.TYPE))
                .body("status", equalTo(413))
                // As it is described.
                .body("detail", equalTo("expected at most 1048576 bytes"));
    }

    private static JsonPath answered(String method, String body) {
        return asked(method, body).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse asked(String method, String body) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .contentType("application/json")
                .body(body)
                .post("/api/evidence/" + method)
                .then();
    }
}
