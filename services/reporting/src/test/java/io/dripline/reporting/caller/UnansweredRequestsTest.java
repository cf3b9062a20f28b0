package io.dripline.reporting.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of requests that no door answers. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class UnansweredRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidence",
                "baselines",
                "measures",
                "monitors",
                "comparisons",
                "alerts",
                "alerts/00000000-0000-0000-0000-000000000000",
                "evidence",
                "stream"
            })
    void aParameterThatADoorDoesNotHaveIsNamed(String door) {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/" + door + "?colour=red")
                .then()
                .statusCode(400)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", hasItem("colour"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nonsense, */*, 404",
        "GET, /api/alerts/1/2, */*, 404",
        "GET, /nonsense, */*, 404",
        "GET, /nonsense, text/html, 404",
        "POST, /api/incidence, */*, 405",
        "DELETE, /api/alerts, */*, 405",
        "PUT, /, */*, 405",
        "GET, /api/incidence, text/csv, 406"
    })
    void whatIsNotThereIsAProblemToo(String method, String path, String accept, int status) {
        given().auth()
                .oauth2(Tokens.officer())
                .accept(accept)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("status", equalTo(status));
    }
}
