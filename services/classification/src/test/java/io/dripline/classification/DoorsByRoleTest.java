package io.dripline.classification;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask for what: a role that may not is refused before what it asks for is looked at. */
@QuarkusTest
@TestSurroundings
class DoorsByRoleTest {

    private static final String NEVER_REPORTED =
            TestWordKeys.of("words that nobody ever reported").hex();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            METHOD | PATH                 | BODY                                   | NOBODY | GARDENER | CLINIC | COUNTS_READER | AUDITOR | OFFICER
            GET    | /reviews             |                                        | 401    | 403      | 403    | 403           | 200     | 200
            GET    | /reviews/{id}        |                                        | 401    | 403      | 403    | 403           | 404     | 404
            PUT    | /reviews/{id}/ruling | {"terms": ["nausea"], "reason": "x"}   | 401    | 403      | 403    | 403           | 403     | 404
            GET    | /rulings             |                                        | 401    | 403      | 403    | 403           | 200     | 200
            GET    | /rulings/export      |                                        | 401    | 403      | 403    | 403           | 200     | 200
            POST   | /rulings/import      | {}                                     | 401    | 403      | 403    | 403           | 403     | 200
            GET    | /recoding            |                                        | 401    | 403      | 403    | 403           | 200     | 200
            POST   | /recoding            | {}                                     | 401    | 403      | 403    | 403           | 403     | 422
            GET    | /cases               |                                        | 401    | 403      | 403    | 403           | 200     | 200
            GET    | /cases/export        |                                        | 401    | 403      | 403    | 403           | 200     | 200
            GET    | /counts              |                                        | 401    | 403      | 403    | 200           | 200     | 200
            GET    | /ledger              |                                        | 401    | 403      | 403    | 403           | 200     | 200
            """)
    void opensADoorToWhomItIsFor(
            String method,
            String path,
            String body,
            int nobody,
            int gardener,
            int clinic,
            int countsReader,
            int auditor,
            int officer) {
        request(given(), path, body).request(method, path(path)).then().statusCode(nobody);
        Map.of(
                        "gardener",
                        gardener,
                        "clinic",
                        clinic,
                        "counts-reader",
                        countsReader,
                        "auditor",
                        auditor,
                        "safety-officer",
                        officer)
                .forEach((role, status) -> request(given().auth().oauth2(TestIssuer.tokenOf(role)), path, body)
                        .request(method, path(path))
                        .then()
                        .statusCode(status));
    }

    private static RequestSpecification request(RequestSpecification request, String path, String body) {
        return body == null
                ? request
                : request.contentType(path.endsWith("/import") ? "application/x-ndjson" : "application/json")
                        .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String path(String path) {
        return path.replace("{id}", NEVER_REPORTED);
    }
}
