package io.dripline.reporting.baseline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class BaselinesResourceTest {

    private static final String[] FIELDS_OF_A_BASELINE = {
        "id", "study", "citation", "place", "country", "population", "n", "indication", "route", "formulation", "dose",
        "arm", "measure", "measurePrinted", "kind", "printed", "low", "high", "x", "unit", "window", "ascertainment",
        "transient", "standing", "remark", "p0", "nulls"
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
                .body(
                        "components.schemas.BaselineDetail.properties.keySet()",
                        containsInAnyOrder(FIELDS_OF_A_BASELINE));
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/measures")
                .then()
                .statusCode(200)
                .body("id", hasItems("ANY", "SERIOUS", "CNS", "psychotomimetic"));
    }
}
