package io.dripline.intake.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.dripline.intake.Clinic;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Words that tell who somebody is: flagged to the clinic, masked for everybody else. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class IdentifiabilityTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-names");
    private static final String WORDS = "Mrs Smith, DOB 12/03/1961, felt floaty";

    private final String reference = UUID.randomUUID().toString();

    @Test
    void theClinicIsToldAndKeepsItsWords() {
        String id = CLINIC.post(report("P-0042", WORDS))
                .then()
                .statusCode(201)
                .body("adverseEvents[0].verbatim", equalTo(WORDS))
                .body("warnings.field", hasItem("adverseEvents[0].verbatim"))
                .body("warnings.message", hasItem(containsString("a name, a date of birth")))
                .extract()
                .path("id");

        CLINIC.get(id).then().body("adverseEvents[0].verbatim", equalTo(WORDS));
    }

    @Test
    void othersSeeThemMasked() {
        String id = CLINIC.post(report("P-0042", WORDS))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        CLINIC.put(id, "\"1\"", "Mrs Smith was weighed again", report("P-0042", WORDS))
                .then()
                .statusCode(200);
        String masked = "Mrs ***, DOB ***, felt floaty";

        for (String token :
                new String[] {Tokens.person("safety-officer", "officer"), Tokens.person("auditor", "auditor")}) {
            given().auth()
                    .oauth2(token)
                    .get("/sessions/{id}", id)
                    .then()
                    .body("adverseEvents[0].verbatim", equalTo(masked));
            given().auth()
                    .oauth2(token)
                    .get("/sessions?from=2025-03-05&to=2025-03-05&limit=200")
                    .then()
                    .body("items.find { it.id == '%s' }.adverseEvents[0].verbatim".formatted(id), equalTo(masked));
            given().auth()
                    .oauth2(token)
                    .get("/sessions/{id}/versions", id)
                    .then()
                    .body("items[0].content.adverseEvents[0].verbatim", equalTo(masked))
                    .body("items[1].reason", equalTo("Mrs *** was weighed again"));
        }
    }

    @Test
    void thePatientsCodeIsNotStoredInASentenceEither() {
        String code = "Q-77" + reference.substring(0, 4);
        String id = CLINIC.post(report(code, code + " felt floaty, (" + code.toLowerCase() + ")"))
                .then()
                .statusCode(201)
                .body("adverseEvents[0].verbatim", equalTo("*** felt floaty, (***)"))
                .extract()
                .path("id");
        CLINIC.put(id, "\"1\"", code + " asked", report(code, "felt floaty"))
                .then()
                .statusCode(200);

        CLINIC.request().get("/sessions/{id}/versions", id).then().body("items[1].reason", equalTo("*** asked"));
    }

    @Test
    void whatIsMeasuredIsNotFlagged() {
        CLINIC.post(report("181", "BP 181/99 at 10:05, 181 mmHg"))
                .then()
                .statusCode(201)
                .body("adverseEvents[0].verbatim", equalTo("BP 181/99 at 10:05, 181 mmHg"))
                .body("warnings.field", not(hasItem("adverseEvents[0].verbatim")));
    }

    private String report(String patient, String words) {
        return """
                {"reference": "%s", "patient": "%s", "startedAt": "2025-03-05T09:00:00+11:00", "route": "ORAL",
                 "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "%s"}]}""".formatted(reference, patient, words);
    }
}
