package io.dripline.reporting.incidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class IncidenceResourceTest {

    @Test
    void anotherClinicsNameIsForbidden() {
        given().auth()
                .oauth2(Tokens.clinic("clinic-north"))
                .get("/api/incidence?clinic=clinic-south")
                .then()
                .statusCode(403)
                .contentType(containsString(ProblemExample.TYPE));
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
                .contentType(containsString(ProblemExample.TYPE))
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

    @Test
    void namesEveryParameterThatIsWrong() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/incidence?measure=a%20b&unit=PATIENT&route=IV&from=2026-W99&by=month&colour=red")
                .then()
                .statusCode(400)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", contains("by", "colour", "from", "measure", "route", "unit"));
    }

    @Test
    void saysWhichParametersThereAreAndThatEachIsStatedOnce() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/incidence?unit=COURSE&unit=COURSE&colour=red")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The request cannot be read"))
                .body("violations.field", contains("colour", "unit"))
                .body(
                        "violations.message",
                        contains(
                                startsWith("unknown parameter; expected one of ascertainment, by, clinic, "),
                                equalTo("expected once, found 2 times")));
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
}
