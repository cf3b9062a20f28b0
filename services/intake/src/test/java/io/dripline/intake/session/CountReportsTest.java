package io.dripline.intake.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.intake.Clinic;
import io.dripline.intake.Surroundings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How reports are metered; tests run one after another, so what is added is the test's own. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CountReportsTest {

    private static final String REPORT = """
            {"reference": "%s", "patient": "P-0042", "startedAt": "2026-11-22T09:00:00+11:00", "route": "%s", "ascertainment": "CHECKLIST"}""";

    private static final Clinic CLINIC = new Clinic("clinic-metered");

    @Inject
    MeterRegistry metrics;

    @Test
    void oneByOne() {
        Map<String, Double> before = counted("report");

        CLINIC.post(REPORT.formatted("one", "ORAL")).then().statusCode(201);
        CLINIC.post(REPORT.formatted("one", "ORAL")).then().statusCode(200);
        CLINIC.post(REPORT.formatted("one", "INTRAVENOUS")).then().statusCode(409);
        CLINIC.post("{}").then().statusCode(422);
        CLINIC.post("{").then().statusCode(400);

        assertThat(added("report", before))
                .isEqualTo(Map.of("accepted", 1.0, "repeated", 1.0, "refused", 3.0, "failed", 0.0));
    }

    /** Otherwise anybody without a token could make it look as if clinics sent what breaks rules. */
    @Test
    void whoMayNotReportHasReportedNothing() {
        Map<String, Double> before = counted("report");

        given().contentType("application/json")
                .body("{}")
                .post("/sessions")
                .then()
                .statusCode(401);

        assertThat(added("report", before).values()).containsOnly(0.0);
    }

    @Test
    void linesOfABatch() {
        Map<String, Double> before = counted("report");
        String line = REPORT.formatted("line", "ORAL").replace("\n", " ");

        CLINIC.batch(line + "\n" + line + "\n{}\n" + REPORT.formatted("other line", "ORAL"))
                .then()
                .statusCode(200);

        assertThat(added("report", before))
                .isEqualTo(Map.of("accepted", 2.0, "repeated", 1.0, "refused", 1.0, "failed", 0.0));
    }

    @Test
    void changes() {
        Map<String, Double> before = counted("change");
        Map<String, Double> reports = counted("report");
        String id = CLINIC.post(REPORT.formatted("changed", "ORAL")).path("id");

        CLINIC.put(id, "\"1\"", "corrected", REPORT.formatted("changed", "INTRAVENOUS"))
                .then()
                .statusCode(200);
        CLINIC.put(id, "\"1\"", "corrected", REPORT.formatted("changed", "ORAL"))
                .then()
                .statusCode(412);
        CLINIC.delete(id, "\"2\"", "entered twice").then().statusCode(204);

        assertThat(added("change", before))
                .isEqualTo(Map.of("accepted", 2.0, "repeated", 0.0, "refused", 1.0, "failed", 0.0));
        assertThat(added("report", reports)).containsEntry("accepted", 1.0).containsEntry("refused", 0.0);
    }

    private Map<String, Double> added(String what, Map<String, Double> before) {
        return counted(what).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() - before.get(entry.getKey())));
    }

    private Map<String, Double> counted(String what) {
        return Stream.of("accepted", "repeated", "refused", "failed")
                .collect(Collectors.toMap(
                        outcome -> outcome,
                        outcome -> metrics.get("dripline.reports")
                                .tag("what", what)
                                .tag("outcome", outcome)
                                .counter()
                                .count()));
    }
}
