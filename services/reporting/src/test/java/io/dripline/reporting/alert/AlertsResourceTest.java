package io.dripline.reporting.alert;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertsResourceTest {

    @Test
    void anAlertThatIsNotThereIsNotFound() {
        for (String id : List.of("nonsense", "00000000-0000-0000-0000-000000000000")) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .get("/api/alerts/" + id)
                    .then()
                    .statusCode(404)
                    .contentType(containsString(ProblemExample.TYPE));
        }
    }
}
