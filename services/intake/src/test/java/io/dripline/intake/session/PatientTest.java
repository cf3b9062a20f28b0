package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose session it is, without the code by which the clinic says so. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PatientTest {

    private static final String CLINIC_ID = "clinic-of-patients";
    private static final Clinic CLINIC = new Clinic(CLINIC_ID);

    private final String code = "P-" + UUID.randomUUID();

    @Inject
    ReportSession reportSession;

    @Test
    void onePatientIsOneIdHoweverReported() {
        CLINIC.post(report("a")).then().statusCode(201);
        CLINIC.batch(line("b") + "\n" + line("c")).then().statusCode(200);
        CLINIC.post(report("d")).then().statusCode(201);

        assertThat(Database.value("select count(distinct patient) || ' of ' || count(*) from session_version"
                        + " where clinic = '%s' and reference like '%%%s'".formatted(CLINIC_ID, code.substring(2))))
                .isEqualTo("1 of 4");
    }

    @Test
    void aPatientsIdSaysNothingOfTheCode() {
        CLINIC.post(report("random")).then().statusCode(201);

        assertThat(Database.count("patient where id = encode(code_hash, 'hex')"))
                .isZero();
    }

    @Test
    void anotherPatientsReportUnderTheReferenceIsAContradiction() {
        CLINIC.post(report("taken")).then().statusCode(201);

        CLINIC.post(report("taken").replace(code, "another")).then().statusCode(409);
    }

    @Test
    void aReportIsKnownThatWasStoredWhileContentsNamedThePatient() {
        String id =
                CLINIC.post(report("former")).then().statusCode(201).extract().path("id");
        Report report = reportSession.firstVersion(
                io.dripline.intake.request.StrictJson.read(report("former").getBytes(), NewSession.class),
                CLINIC_ID,
                CLINIC_ID);
        Database.execute("update session_version set content_hash = '\\x%s' where session_id = '%s'"
                .formatted(HexFormat.of().formatHex(report.formerHash()), id));

        CLINIC.post(report("former")).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void anInstanceWithoutTheNewestKeyTakesNothingOfNewPatients() {
        CLINIC.post(report("before")).then().statusCode(201);
        Database.execute("update pseudonym_keys set depth = 2");
        try {
            CLINIC.post(report("known")).then().statusCode(201);
            CLINIC.post(report("unknown").replace(code, "never-seen-" + code))
                    .then()
                    .statusCode(503);
        } finally {
            Database.execute("update pseudonym_keys set depth = 1");
        }
    }

    private String report(String reference) {
        return """
                {"reference": "%s %s", "patient": "%s", "startedAt": "2026-11-22T09:00:00+11:00", "route": "ORAL",
                 "ascertainment": "CHECKLIST"}""".formatted(reference, code.substring(2), code);
    }

    private String line(String reference) {
        return report(reference).replace("\n", "");
    }
}
