package io.dripline.reporting.monitor;

import static io.dripline.reporting.monitor.MonitorDoors.get;
import static io.dripline.reporting.monitor.MonitorDoors.make;
import static io.dripline.reporting.monitor.MonitorDoors.retire;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who sees which monitors. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MonitorsResourceTest {

    @Inject
    Monitors monitors;

    @Test
    void theDefaultMonitorsAreThereFromTheFirstStart() {
        JsonPath monitors = given().auth()
                .oauth2(Tokens.officer())
                .get("/api/monitors")
                .then()
                .statusCode(200)
                .body("[0].keySet()", hasSize(10))
                .extract()
                .jsonPath()
                .setRootPath("findAll { it.id.startsWith('table9-') && it.cohort.isEmpty() }");

        assertThat(monitors.getList("id"))
                .containsExactlyInAnyOrder(
                        "table9-cns", "table9-gi", "table9-cardiovascular", "table9-hepatic", "table9-urogenital");
        assertThat(monitors.getList("status", String.class))
                .containsOnly("ACTIVE", "WAITING_FOR_NULL")
                .filteredOn("ACTIVE"::equals)
                .hasSize(2);
        assertThat(monitors.getList("alphaShare", Double.class)).containsOnly(0.1);
        assertThat(get("/api/monitors/table9-cns").getList("history.step")).containsExactly("MADE");
        assertThat(get("/api/monitors/table9-cns").getString("history[0].by")).isEqualTo("dripline");
    }

    @Test
    void aClinicSeesTheMonitorsOfItsOwnOnly() {
        String id = make("ada", """
                        {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.00001, \
                        "cohort": {"clinic": "clinic-own", "route": "ORAL"}}""").jsonPath().getString("id");

        given().auth()
                .oauth2(Tokens.clinic("clinic-own"))
                .get("/api/monitors/" + id)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.clinic("clinic-other"))
                .get("/api/monitors/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.clinic("clinic-other"))
                .get("/api/monitors")
                .then()
                .body("id", not(hasItem(id)));
    }

    /** A clinic is told what was done and when, as it is of a figure's nulls. */
    @Test
    void whoDidWhatAndWhyIsNotForClinics() {
        String id = make("ada", """
                        {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.00001, \
                        "cohort": {"clinic": "clinic-untold", "route": "ORAL"}}""").jsonPath().getString("id");
        retire("ada", id, "{\"reason\": \"Grace asked for it.\"}").statusCode(200);
        JsonPath told = get("/api/monitors/" + id);
        assertThat(told.getString("createdBy")).isEqualTo("ada");
        assertThat(told.getList("history.by")).containsExactly("ada", "ada");
        assertThat(told.getList("history.reason")).containsExactly(null, "Grace asked for it.");

        String seen = given().auth()
                .oauth2(Tokens.clinic("clinic-untold"))
                .get("/api/monitors/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(seen).doesNotContain("ada", "Grace");
        JsonPath detail = JsonPath.from(seen);
        assertThat(detail.getList("history.step")).containsExactly("MADE", "RETIRED");
        assertThat(detail.getList("history.at")).isEqualTo(told.getList("history.at"));
        assertThat(detail.getString("createdAt")).isEqualTo(told.getString("createdAt"));
        assertThat((Object) detail.get("createdBy")).isNull();
        assertThat(detail.getList("history.by")).containsExactly(null, null);
        assertThat(detail.getList("history.reason")).containsExactly(null, null);
    }

    @Test
    void sharesSayWhatIsLeft() {
        JsonPath before = get("/api/monitors/shares");

        make("ada", """
                {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.0003, "cohort": {"clinic": "clinic-spent"}}""").then().statusCode(201);

        JsonPath after = get("/api/monitors/shares");
        assertThat(after.getDouble("alpha")).isEqualTo(0.05);
        assertThat(after.getDouble("allClinics.left")).isZero();
        assertThat(after.getDouble("officers.share")).isEqualTo(0.1);
        assertThat(after.getDouble("officers.spent") - before.getDouble("officers.spent"))
                .isCloseTo(0.0003, within(1e-12));
        assertThat(after.getDouble("officers.spent") + after.getDouble("officers.left"))
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aMonitorThatIsNotThereIsNotFound() {
        retire("ada", "table9-nothing-1", "{\"reason\": \"why\"}")
                .statusCode(404)
                .contentType(containsString(ProblemExample.TYPE));
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/monitors/table9-nothing-1")
                .then()
                .statusCode(404)
                .contentType(containsString(ProblemExample.TYPE));
    }
}
