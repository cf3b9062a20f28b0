package io.dripline.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.dripline.local.stack.Part;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TheLine.Running.class)
class IdentityJourney {

    private final TheLine line;

    IdentityJourney(TheLine line) {
        this.line = line;
    }

    @Test
    void anOfficerSignsInByTheCodeFlowAndSeesThePage() {
        Browser browser = new Browser();
        Document page = browser.signedIn(line.address(Part.REPORTING) + "/", "officer", "local-officer");

        assertThat(page.location()).startsWith(line.address(Part.REPORTING));
        assertThat(page.text())
                .contains("Central nervous system", "Gastrointestinal", "Cardiovascular", "Hepatic", "Urogenital");

        browser.open(line.address(Part.REPORTING) + "/sign-out");
        Document afterwards = browser.open(line.address(Part.REPORTING) + "/");

        assertThat(afterwards.location())
                .as("signing out ends the session at the issuer too, which else would let in without a password")
                .startsWith(line.config().issuer());
        assertThat(afterwards.selectFirst("input[type=password]")).isNotNull();
    }

    @Test
    void nobodyEntersWithoutAToken() {
        given().get(line.address(Part.REPORTING) + "/api/comparisons").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post(line.address(Part.INTAKE) + "/sessions")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body("{\"verbatim\": \"dizzy\"}")
                .post(line.address(Part.CLASSIFICATION) + "/codings")
                .then()
                .statusCode(401);
    }

    @Test
    void anOfficerMayNotReportForAClinic() {
        given().auth()
                .oauth2(Tokens.ofPerson(line.config(), "officer").current())
                .contentType("application/json")
                .body(NewSession.of("P-1", "2026-01-05T09:00:00+11:00", java.util.List.of())
                        .json())
                .post(line.address(Part.INTAKE) + "/sessions")
                .then()
                .statusCode(403)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void aClinicsSessionIsUnknownToAnother() {
        var reported = new Clinic(line, "clinic-south").reports("2025-01-06T09:00:00+11:00");

        given().auth()
                .oauth2(Tokens.ofMachine(line.config(), "clinic-east", "local-clinic-east")
                        .current())
                .get(line.address(Part.INTAKE) + "/sessions/" + reported.id())
                .then()
                .statusCode(404);
    }

    @Test
    void anyRoleMayTryWords() {
        given().auth()
                .oauth2(Tokens.ofPerson(line.config(), "auditor").current())
                .contentType("application/json")
                .body("{\"verbatim\": \"sick x2 after bolus, nil itch\"}")
                .post(line.address(Part.CLASSIFICATION) + "/codings")
                .then()
                .statusCode(200)
                .body("events[0].term", org.hamcrest.Matchers.equalTo("vomiting"))
                .body("dropped[0].reason", org.hamcrest.Matchers.equalTo("NEGATED"));
    }
}
