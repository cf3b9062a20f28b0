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
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "funnel",
                "ledger",
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

    /** Who may take steps, and who may compare clinics; nobody else may, whatever is asked. */
    @ParameterizedTest
    @CsvSource({
        "POST, alerts/00000000-0000-0000-0000-000000000000/acknowledgement, safety-officer, 404",
        "POST, alerts/00000000-0000-0000-0000-000000000000/acknowledgement, auditor, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/acknowledgement, clinic, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/acknowledgement, visitor, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/acknowledgement, , 401",
        "POST, alerts/00000000-0000-0000-0000-000000000000/assessment, safety-officer, 404",
        "POST, alerts/00000000-0000-0000-0000-000000000000/assessment, auditor, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/assessment, clinic, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/assessment, visitor, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/assessment, , 401",
        "POST, alerts/00000000-0000-0000-0000-000000000000/closure, safety-officer, 404",
        "POST, alerts/00000000-0000-0000-0000-000000000000/closure, auditor, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/closure, clinic, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/closure, visitor, 403",
        "POST, alerts/00000000-0000-0000-0000-000000000000/closure, , 401",
        "GET, ledger, safety-officer, 200",
        "GET, ledger, auditor, 200",
        "GET, ledger, clinic, 403",
        "GET, ledger, visitor, 403",
        "GET, funnel, safety-officer, 200",
        "GET, funnel, auditor, 200",
        "GET, funnel, clinic, 403",
        "GET, funnel, visitor, 403"
    })
    void aDoorIsForItsRoles(String method, String door, @Nullable String role, int status) {
        RequestSpecification request = given().contentType("application/json").header("If-Match", "\"1\"");
        if (method.equals("POST")) {
            request.body(
                    switch (door.substring(door.lastIndexOf('/') + 1)) {
                        case "assessment" -> "{\"assessment\": \"CONFIRMED\", \"reason\": \"Seen.\"}";
                        case "closure" -> "{\"reason\": \"Done.\"}";
                        default -> "{}";
                    });
        }
        if (role != null) {
            request.auth().oauth2(Tokens.sign(Map.of("clinic_id", "clinic-north"), role));
        }

        request.request(method, "/api/" + door).then().statusCode(status);
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

    /** Whose session is over asks before leaving for it. */
    @Test
    void whoHasNoSessionCanAskWhetherTheSignInIsThere() {
        given().redirects().follow(false).get("/sign-in").then().statusCode(204);
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

    /** Who may do what: everybody who is let in is answered by what is wrong with the empty body. */
    @ParameterizedTest
    @CsvSource({"PUT, baselines/table9-gi/null", "POST, monitors", "POST, monitors/table9-gi/retirement"})
    void onlyOfficersDecide(String method, String door) {
        for (String token : List.of(Tokens.clinic("clinic-north"), Tokens.auditor())) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("{}")
                    .request(method, "/api/" + door)
                    .then()
                    .statusCode(403)
                    .contentType(containsString(ProblemExample.TYPE));
        }
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body("{}")
                .request(method, "/api/" + door)
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{}")
                .request(method, "/api/" + door)
                .then()
                .statusCode(401)
                .contentType(containsString(ProblemExample.TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitors/shares", "monitors/suggestions"})
    void auditorsSeeWhatOfficersDecideOn(String door) {
        given().auth().oauth2(Tokens.auditor()).get("/api/" + door).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.clinic("clinic-north"))
                .get("/api/" + door)
                .then()
                .statusCode(403);
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
