package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference is stored in the clear and shown to officers, so it names nobody. */
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
    void whatTellsWhoItIsIsRefusedAndNotSaidAgain(String reference, String found) {
        Response refused = post(reference, "P-0042");

        refused.then()
                .statusCode(422)
                .body("violations.field", hasItem("reference"))
                .body(
                        "violations.message",
                        hasItem("expected the clinic's own name for this session that names nobody, found " + found));
        assertThat(refused.asString())
                .doesNotContainIgnoringCase("P-0042")
                .doesNotContain("Hippolyta", "7788991", "0412");
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
        post(reference, "P-0042").then().statusCode(201);
    }

    @Test
    void aRandomIdIsTaken() {
        for (int i = 0; i < 200; i++) {
            String reference = UUID.randomUUID().toString();

            assertThat(Identifiability.foundIn(reference, "P-0042"))
                    .as(reference)
                    .isEmpty();
        }
    }

    /** A number of a few digits, or a word, may stand there for something else. */
    @Test
    void aCodeThatIsNoneToLookAtIsLeft() {
        post("2026-11-22/bay-3/3", "3").then().statusCode(201);
    }

    /** It was taken before there was this rule: the session can be amended, by the same reference. */
    @Test
    void aStoredOneIsAmendedAllTheSame() {
        String id = post("of before", "P-0042").then().statusCode(201).extract().path("id");
        Database.execute(
                "set session_replication_role = replica; update session_version set reference = 'P-0042, first' where session_id = '%s'"
                        .formatted(id));

        CLINIC.put(id, "\"1\"", "weighed again", report("P-0042, first", "P-0042"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
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
