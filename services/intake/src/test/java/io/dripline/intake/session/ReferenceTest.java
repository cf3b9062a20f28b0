package io.dripline.intake.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.intake.Clinic;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference is stored in the clear, so a clinic is told where it names somebody; what was reported counts all the same. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReferenceTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-references");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        P-0042                        | the patient's code in it
        2026-11-22/p-0042/2           | the patient's code in it
        day 3 (P-0042)                | the patient's code in it
        jane.doe@example.org          | what looks like an e-mail address
        bay 3, +61 412 345 678        | what looks like a phone number
        born 12/03/1961               | what looks like a date of birth
        DOB:12.3.61/2                 | what looks like a date of birth
        MRN 7788991                   | what looks like a record number
        Mrs Hippolyta Smith, second   | what looks like a name
        """)
    void whatTellsWhoItIsIsFlaggedAndTaken(String reference, String found) {
        String own = reference + " " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

        Response taken = post(own, "P-0042");

        taken.then().statusCode(201).body("reference", equalTo(own));
        assertThat(taken.jsonPath().getList("warnings.message", String.class))
                .containsExactly(
                        "expected the clinic's own name for this session that names nobody, found %s: it is stored in the clear; choose others from now on"
                                .formatted(found));
        post(own, "P-0042").then().statusCode(200);
    }

    @Test
    void othersDoNotSeeWhatObviouslyTellsWhoItIs() {
        String id = post("Mrs Hippolyta Smith, MRN 7788991", "P-0042")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Response shown =
                given().auth().oauth2(Tokens.person("safety-officer", "ada")).get("/sessions/" + id);

        assertThat(shown.jsonPath().getString("reference")).doesNotContain("Hippolyta", "Smith", "7788991");
        assertThat(CLINIC.get(id).jsonPath().getString("reference")).contains("Hippolyta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22/bay-3/2",
                "2026-11-22 bay 3",
                "22.11.2026-2",
                "20261122-000317",
                "0000123456",
                "P-00421",
                "XP-0042",
                "INF/2026/0042",
                "infusion 7 of 10, room 2",
                "case-0042",
                "01931234-5678-7123-8456-567890123456"
            })
    void ordinaryOnesAreTaken(String reference) {
        post(reference, "P-0042").then().statusCode(201).body("warnings", empty());
    }

    @Test
    void aRandomIdIsTaken() {
        for (int i = 0; i < 200; i++) {
            String reference = UUID.randomUUID().toString();

            assertThat(Identifiability.warning(reference, "P-0042"))
                    .as(reference)
                    .isEmpty();
        }
    }

    /** A number of a few digits, or a word, may stand there for something else. */
    @Test
    void aCodeThatIsNoneToLookAtIsLeft() {
        post("2026-11-22/bay-3/3", "3").then().statusCode(201);
    }

    private static Response post(String reference, String patient) {
        return CLINIC.post(report(reference, patient));
    }

    private static String report(String reference, String patient) {
        return """
                {"reference": "%s", "patient": "%s", "startedAt": "2026-11-20T09:00:00+11:00", "route": "ORAL",
                 "ascertainment": "CHECKLIST"}""".formatted(reference, patient);
    }
}
