package io.dripline.reporting.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class MonitorsResourceTest {

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
}
