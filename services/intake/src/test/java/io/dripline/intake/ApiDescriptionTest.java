package io.dripline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiDescriptionTest {

    @Test
    void saysWhatAReportIsAndHowToSignIn() {
        Response description = given().accept("application/json").get("/q/openapi");

        description
                .then()
                .statusCode(200)
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body(
                        "components.schemas.NewSession.required",
                        hasItems("reference", "patient", "startedAt", "route", "ascertainment"))
                .body("components.schemas.NewSession.properties", hasKey("plannedDose"))
                .body("components.schemas.Session.properties", hasKey("adverseEvents"))
                .body("components.schemas.Route.enum", hasItems("INTRAVENOUS", "EPIDURAL"))
                .body("paths.'/sessions'.post.requestBody.content.'application/json'.examples", notNullValue());
        Map<String, ?> paths = description.path("paths");
        assertThat(paths.keySet()).contains("/sessions", "/sessions/{id}", "/sessions/{id}/versions");
    }
}
