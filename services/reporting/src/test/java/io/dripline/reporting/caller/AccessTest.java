package io.dripline.reporting.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and whose numbers they see. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AccessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidence",
                "baselines",
                "measures",
                "monitors",
                "comparisons",
                "alerts",
                "evidence",
                "stream",
                "notifications",
                "digest"
            })
    void withoutATokenEveryDoorAnswers401AsAProblem(String door) {
        given().redirects()
                .follow(false)
                .get("/api/" + door)
                .then()
                .statusCode(401)
                .contentType(containsString(ProblemExample.TYPE));
    }

    @Test
    void aTokenThatIsNotOursAnswers401AsAProblem() {
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(Tokens.officer() + "x")
                .get("/api/alerts")
                .then()
                .statusCode(401)
                .contentType(containsString(ProblemExample.TYPE))
                .body("detail", containsString("expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "a.b.c", "a|b|c"})
    void aSessionThatIsOverAnswers401AtTheApi(String cookie) {
        given().redirects()
                .follow(false)
                .cookie("q_session", cookie)
                .get("/api/alerts")
                .then()
                .statusCode(401)
                .contentType(containsString(ProblemExample.TYPE));
    }

    @Test
    void whoOpensThePageOrSignsOutWithoutASessionIsSentToTheSignIn() {
        for (String path : List.of("/", "/overview", "/sign-out")) {
            given().redirects()
                    .follow(false)
                    .get(path)
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/auth?"));
        }
    }

    @Test
    void thePagesOwnCallIsNotRedirectedToAnotherOrigin() {
        given().redirects()
                .follow(false)
                .header("X-Requested-With", "JavaScript")
                .get("/overview")
                .then()
                .statusCode(401);
    }

    @Test
    void anotherRoleIsRefused() {
        given().auth()
                .oauth2(Tokens.sign(Map.of(), "visitor"))
                .get("/api/alerts")
                .then()
                .statusCode(403)
                .contentType(containsString(ProblemExample.TYPE));
    }

    @Test
    void aClinicWithoutItsIdIsRefused() {
        given().auth()
                .oauth2(Tokens.sign(Map.of(), "clinic"))
                .get("/api/alerts")
                .then()
                .statusCode(403)
                .contentType(containsString(ProblemExample.TYPE))
                .body("detail", containsString("clinic_id"));
    }

    /** A clinic could subtract its own counts from those of all. */
    @ParameterizedTest
    @ValueSource(strings = {"monitors", "comparisons", "alerts"})
    void whatCountsEveryClinicIsNotForOneOfThem(String door) {
        given().auth()
                .oauth2(Tokens.clinic("clinic-unheard-of"))
                .get("/api/" + door)
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void healthMetricsAndTheDescriptionNeedNoToken() {
        given().get("/q/health").then().statusCode(200).body("checks.name", hasItem("incidence applied"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("dripline_incidence_records_applied"))
                .body(containsString("dripline_relay_published"));
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("publication", "notifications"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems("/api/incidence", "/api/comparisons", "/api/alerts/{id}", "/api/stream"))
                .body("paths.'/api/incidence'.get.parameters.in", everyItem(equalTo("query")));
    }
}
