package io.dripline.classification.ruling;

import static io.restassured.RestAssured.given;

import io.dripline.classification.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Another site's rulings, as an officer brings them. */
final class Imports {

    private Imports() {}

    static String line(String words) {
        return """
                {"words": "%s", "terms": ["dizziness"], "reason": "so we say", "who": "ann", "decidedAt": "2026-01-02T03:04:05Z", "origin": "south"}
                """.formatted(words);
    }

    static void rule(String words) {
        take(line(words));
    }

    /** The answer to each line. */
    static List<String> take(String lines) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/rulings/import")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
