package io.dripline.reporting.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class EvidenceResourceTest {

    @Test
    void evidenceAnswersWithTheMethodsOfTheDomain() {
        JsonPath evidence = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?exposed=50&affected=8&p0=0.08&horizon=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(evidence.getDouble("exactTail")).isCloseTo(0.043794784243, within(1e-9));
        assertThat(evidence.getDouble("threshold")).isEqualTo(20);
        assertThat(evidence.getList("clopperPearson", Double.class)).hasSize(2).isSorted();
        assertThat(evidence.getDouble("maxSprt.criticalValue")).isPositive();
        assertThat(evidence.getLong("smallestAffectedToAlert")).isBetween(9L, 20L);
    }

    @ParameterizedTest
    @CsvSource({
        "exposed=ten&affected=1&p0=0.08, 400, exposed",
        "exposed=1e3&affected=1&p0=0.08, 400, exposed",
        "exposed=-1&affected=0&p0=0.08, 422, exposed",
        "exposed=0&affected=0&p0=0.08, 422, exposed",
        "exposed=10&affected=11&p0=0.08, 422, affected",
        "exposed=10&affected=-1&p0=0.08, 422, affected",
        "exposed=10&affected=1, 422, p0",
        "exposed=&affected=1&p0=0.08, 422, exposed",
        "exposed=10&affected=&p0=0.08, 422, affected",
        "exposed=10&affected=1&p0=, 422, p0",
        "exposed=10&affected=1&p0=0.08&a=&b=1, 422, a",
        "exposed=10&affected=1&p0=NaN, 422, p0",
        "exposed=10&affected=1&p0=0, 422, p0",
        "exposed=10&affected=1&p0=1, 422, p0",
        "exposed=10&affected=1&p0=-0, 422, p0",
        "exposed=10&affected=1&p0=1e-310, 422, p0",
        "exposed=10&affected=1&p0=1e400, 422, p0",
        "exposed=10&affected=1&p0=Infinity, 422, p0",
        "exposed=10&affected=1&p0=1e, 400, p0",
        "exposed=10&affected=1&p0=0.08&alpha=1e-310, 422, alpha",
        "exposed=10&affected=1&p0=0.08&alpha=-0, 422, alpha",
        "exposed=10&affected=1&p0=0.08&alpha=1e400, 422, alpha",
        "exposed=10&affected=1&p0=0.08&alpha=NaN, 422, alpha",
        "exposed=10&affected=1&p0=0.08&alpha=-Infinity, 422, alpha",
        "exposed=10&affected=1&p0=0.08&a=1e-4&b=1, 422, a",
        "exposed=10&affected=1&p0=0.08&a=1&b=NaN, 422, b",
        "exposed=10&affected=1&p0=0.08&a=1&b=1e7, 422, b",
        "exposed=10&affected=1&p0=0.08&exposed=11, 400, exposed",
        "exposed=10&affected=1&p0=0.08&colour=red, 400, colour",
        "exposed=10&affected=1&p0=0.08&alpha=1.5, 422, alpha",
        "exposed=10&affected=1&p0=0.08&a=2, 422, b",
        "exposed=10&affected=1&p0=0.08&a=0&b=1, 422, a",
        "exposed=10&affected=1&p0=0.08&horizon=10001, 422, horizon",
        "exposed=10&affected=1&p0=0.08&horizon=0, 422, horizon",
        "exposed=10&affected=1&p0=0.08&horizon=500&alpha=1e-101, 422, alpha",
        "exposed=2000000000&affected=1&p0=0.08, 422, exposed",
        "exposed=99999999999999999999&affected=1&p0=0.08, 400, exposed"
    })
    void evidenceNamesTheNumberThatCannotBe(String query, int status, String field) {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?" + query)
                .then()
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", contains(field));
    }

    /** The test has ended there: its critical value is nothing to hold all exposures against. */
    @Test
    void evidenceBeyondTheHorizonHasNoRatio() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?exposed=501&affected=90&p0=0.08&horizon=500")
                .then()
                .statusCode(200)
                .body("lnE", greaterThan(0f))
                .body("maxSprt.llr", nullValue())
                .body("maxSprt.criticalValue", greaterThan(0f));
    }

    @Test
    void evidenceTakesAnEmptyOptionAsNotStated() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?exposed=10&affected=1&p0=0.08&alpha=&a=&b=&horizon=")
                .then()
                .statusCode(200)
                .body("threshold", equalTo(20.0f))
                .body("maxSprt", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1e-300, 1e-300, ''",
        "1, 1, 1e-300, 1e-300, '&a=0.001&b=1000000'",
        "10000000, 10000, 1e-300, 0.9999999999999999, '&a=1000000&b=0.001'",
        "1000000000, 1000, 1e-300, 0.05, ''",
        "1000000000, 1000, 1e-9, 1e-300, ''",
        "1000000000, 1000000000, 0.999999999, 0.05, '&a=0.001&b=0.001'",
        "1000000000, 0, 0.9999999999999999, 1e-300, '&a=1000000&b=1000000'",
        "10, 1, 1e-300, 1e-100, '&horizon=10000'",
        "10, 1, 0.5, 1e-100, '&horizon=10000'",
        "10, 1, 0.9999999999999999, 1e-100, '&horizon=10000'"
    })
    void evidenceAnswersAtItsBounds(String exposed, String affected, String p0, String alpha, String options) {
        String answer = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?exposed=%s&affected=%s&p0=%s&alpha=%s%s"
                        .formatted(exposed, affected, p0, alpha, options))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // JSON knows no such numbers, so they would be texts.
        assertThat(answer).doesNotContain("NaN", "Infinity").contains("\"alwaysValidP\":", "\"exactTail\":");
    }
}
