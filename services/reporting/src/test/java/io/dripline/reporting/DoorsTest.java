package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and what is said of requests that cannot be answered. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DoorsTest {

    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @ValueSource(
            strings = {"incidence", "baselines", "measures", "monitors", "comparisons", "alerts", "evidence", "stream"})
    void withoutATokenEveryDoorAnswers401AsAProblem(String door) {
        given().redirects()
                .follow(false)
                .get("/api/" + door)
                .then()
                .statusCode(401)
                .contentType(containsString(PROBLEM));
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
                .contentType(containsString(PROBLEM))
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
                .contentType(containsString(PROBLEM));
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
                .contentType(containsString(PROBLEM));
    }

    @Test
    void aClinicWithoutItsIdIsRefused() {
        given().auth()
                .oauth2(Tokens.sign(Map.of(), "clinic"))
                .get("/api/alerts")
                .then()
                .statusCode(403)
                .contentType(containsString(PROBLEM))
                .body("detail", containsString("clinic_id"));
    }

    @Test
    void anotherClinicsNameIsForbidden() {
        given().auth()
                .oauth2(Tokens.clinic("clinic-north"))
                .get("/api/incidence?clinic=clinic-south")
                .then()
                .statusCode(403)
                .contentType(containsString(PROBLEM));
    }

    @Test
    void withoutExposureThereIsOneRowWithoutARate() {
        given().auth()
                .oauth2(Tokens.clinic("nobody-" + System.nanoTime()))
                .get("/api/incidence?measure=tinnitus&unit=COURSE")
                .then()
                .statusCode(200)
                .body("measure", equalTo("tinnitus"))
                .body("unit", equalTo("COURSE"))
                .body("generation", equalTo(1))
                .body("rows", hasSize(1))
                .body("rows[0].exposed", equalTo(0))
                .body("rows[0].rate", nullValue())
                .body("rows[0].wilson", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cns", "nausae", "never-counted", "CNS GI", "NAUSEA"})
    void aMistypedMeasureIsNotAnsweredAsOneThatNeverHappened(String measure) {
        given().auth()
                .oauth2(Tokens.auditor())
                .queryParam("measure", measure)
                .get("/api/incidence")
                .then()
                .statusCode(400)
                .contentType(containsString(PROBLEM))
                .body("violations.field", contains("measure"))
                .body("violations.message", contains(containsString("CNS, GI, CARDIOVASCULAR")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANY", "SERIOUS", "OTHER", "psychotomimetic", "nausea", "vomiting"})
    void whatCanBeCountedCanBeAskedFor(String measure) {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/incidence?measure=" + measure)
                .then()
                .statusCode(200)
                .body("measure", equalTo(measure));
    }

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
                .contentType(containsString(PROBLEM))
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
                .contentType(containsString(PROBLEM))
                .body("status", equalTo(status));
    }

    @Test
    void namesEveryParameterThatIsWrong() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/incidence?measure=a%20b&unit=PATIENT&route=IV&from=2026-W99&by=month&colour=red")
                .then()
                .statusCode(400)
                .contentType(containsString(PROBLEM))
                .body("violations.field", hasItems("measure", "unit", "route", "from", "by", "colour"));
    }

    @Test
    void weeksInTheWrongOrderBreakARule() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/incidence?from=2026-W10&to=2026-W09")
                .then()
                .statusCode(422)
                .body("violations.field", contains("from"));
    }

    @Test
    void anAlertThatIsNotThereIsNotFound() {
        for (String id : List.of("nonsense", "00000000-0000-0000-0000-000000000000")) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .get("/api/alerts/" + id)
                    .then()
                    .statusCode(404)
                    .contentType(containsString(PROBLEM));
        }
    }

    @Test
    void theDefaultMonitorsAreThereFromTheFirstStart() {
        JsonPath monitors = given().auth()
                .oauth2(Tokens.officer())
                .get("/api/monitors")
                .then()
                .statusCode(200)
                .body("[0].keySet()", hasSize(9))
                .extract()
                .jsonPath()
                .setRootPath("findAll { it.cohort.isEmpty() }");

        assertThat(monitors.getList("id"))
                .containsExactlyInAnyOrder(
                        "table9-cns", "table9-gi", "table9-cardiovascular", "table9-hepatic", "table9-urogenital");
        assertThat(monitors.getList("status", String.class))
                .containsOnly("ACTIVE", "WAITING_FOR_NULL")
                .filteredOn("ACTIVE"::equals)
                .hasSize(2);
        assertThat(monitors.getList("alphaShare", Double.class)).containsOnly(0.1);
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

    private static final String[] FIELDS_OF_A_BASELINE = {
        "id", "study", "citation", "place", "country", "population", "n", "indication", "route", "formulation", "dose",
        "arm", "measure", "measurePrinted", "kind", "printed", "low", "high", "x", "unit", "window", "ascertainment",
        "transient", "standing", "remark"
    };

    @Test
    void literatureIsListed() {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/baselines")
                .then()
                .statusCode(200)
                .body("id", hasItem("table9-cns"))
                .body("find { it.id == 'table9-cns' }.high", equalTo(0.08f))
                .body("find { it.id == 'table9-cns' }.transient", equalTo(true))
                .body("find { it.id == 'table9-cns' }.standing", equalTo("DISCORDANT"))
                .body("find { it.id == 'text-jonkman-neuropsychiatric' }.low", equalTo(4.9f))
                .body("find { it.id == 'text-jonkman-neuropsychiatric' }.standing", equalTo("IMPOSSIBLE"))
                .body("collect { it.keySet() }.flatten().unique()", containsInAnyOrder(FIELDS_OF_A_BASELINE));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.Baseline.properties.keySet()", containsInAnyOrder(FIELDS_OF_A_BASELINE));
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/measures")
                .then()
                .statusCode(200)
                .body("id", hasItems("ANY", "SERIOUS", "CNS", "psychotomimetic"));
    }

    @Test
    void comparisonsSayWhyThereIsNothingToAssess() {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/comparisons")
                .then()
                .statusCode(200)
                .body("find { it.monitor == 'table9-hepatic' }.verdict", equalTo("CANNOT_ASSESS"))
                .body("find { it.monitor == 'table9-hepatic' }.threshold", equalTo(200.0f))
                .body("find { it.monitor == 'table9-hepatic' }.secondOpinions.exactTail", nullValue());
    }

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

    @Test
    void evidenceWithoutExposureHasNoInterval() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?exposed=0&affected=0&p0=0.08")
                .then()
                .statusCode(200)
                .body("lnE", equalTo(0.0f))
                .body("clopperPearson", nullValue())
                .body("maxSprt", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "exposed=ten&affected=1&p0=0.08, 400, exposed",
        "exposed=1e3&affected=1&p0=0.08, 400, exposed",
        "exposed=-1&affected=0&p0=0.08, 422, exposed",
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
        "exposed=2000000000&affected=1&p0=0.08, 422, exposed",
        "exposed=99999999999999999999&affected=1&p0=0.08, 400, exposed"
    })
    void evidenceNamesTheNumberThatCannotBe(String query, int status, String field) {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?" + query)
                .then()
                .statusCode(status)
                .contentType(containsString(PROBLEM))
                .body("violations.field", contains(field));
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
        "0, 0, 1e-300, 1e-300, ''",
        "1, 1, 1e-300, 1e-300, '&a=0.001&b=1000000'",
        "10000000, 10000, 1e-300, 0.9999999999999999, '&a=1000000&b=0.001'",
        "1000000000, 1000, 1e-300, 0.05, ''",
        "1000000000, 1000, 1e-9, 1e-300, ''",
        "1000000000, 1000000000, 0.999999999, 0.05, '&a=0.001&b=0.001'",
        "1000000000, 0, 0.9999999999999999, 1e-300, '&a=1000000&b=1000000'",
        "10, 1, 1e-300, 1e-300, '&horizon=10000'",
        "10, 1, 0.9999999999999999, 1e-300, '&horizon=10000'"
    })
    void evidenceAnswersAtItsBounds(String exposed, String affected, String p0, String alpha, String options) {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/evidence?exposed=%s&affected=%s&p0=%s&alpha=%s%s"
                        .formatted(exposed, affected, p0, alpha, options))
                .then()
                .statusCode(200)
                .body("lnE.toString()", not(in(List.of("NaN", "Infinity", "-Infinity"))))
                .body("threshold.toString()", not(in(List.of("NaN", "Infinity"))));
    }

    @Test
    void healthMetricsAndTheDescriptionNeedNoToken() {
        given().get("/q/health").then().statusCode(200).body("checks.name", hasItem("incidence applied"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("dripline_incidence_records_applied"))
                .body(containsString("dripline_relay_published"));
        given().get("/q/health/well").then().statusCode(200).body("checks.name", hasItem("publication"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems("/api/incidence", "/api/comparisons", "/api/alerts/{id}", "/api/stream"))
                .body("paths.'/api/incidence'.get.parameters.in", everyItem(equalTo("query")));
    }
}
