package io.dripline.reporting.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ComparisonsResourceTest {

    @Test
    void comparisonsSayWhyThereIsNothingToAssess() {
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/comparisons")
                .then()
                .statusCode(200)
                .body("find { it.monitor == 'table9-hepatic' }.verdict", equalTo("CANNOT_ASSESS"))
                .body("find { it.monitor == 'table9-hepatic' }.threshold", equalTo(200.0f))
                .body("find { it.monitor == 'table9-hepatic' }.secondOpinions.exactTail", nullValue());
    }
}
