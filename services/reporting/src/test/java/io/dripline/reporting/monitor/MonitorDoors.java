package io.dripline.reporting.monitor;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;

import io.dripline.reporting.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** The doors of monitors, as officers and auditors use them. */
final class MonitorDoors {

    private MonitorDoors() {}

    static Response make(String who, String body) {
        return given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", who), "safety-officer"))
                .contentType("application/json")
                .body(body)
                .post("/api/monitors");
    }

    static ValidatableResponse retire(String who, String id, String body) {
        return given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", who), "safety-officer"))
                .contentType("application/json")
                .body(body)
                .post("/api/monitors/" + id + "/retirement")
                .then();
    }

    static JsonPath comparison(String monitor) {
        return get("/api/comparisons").setRootPath("find { it.monitor == '%s' }".formatted(monitor));
    }

    static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
