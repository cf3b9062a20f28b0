package io.dripline.classification.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Database;
import io.dripline.ledger.Head;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rulings are told with who, when, before and after. */
@QuarkusTest
@TestSurroundings
class WhoDidWhatTest {

    private final String words = "audited " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";

    @Inject
    DataSource dataSource;

    @Test
    void tellsWhoRuledAndWhatWasRuledBefore() throws Exception {
        given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/x-ndjson")
                .body("""
                        {"words": "%s", "terms": ["dizziness"], "reason": "a patient said so", "who": "ann", \
                        "decidedAt": "2026-01-02T03:04:05Z", "origin": "south"}""".formatted(words).getBytes(StandardCharsets.UTF_8))
                .post("/rulings/import")
                .then()
                .statusCode(200);
        new Database(dataSource).execute("""
                insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                select key, 2, '{}', 'ben', now(), 0, 1 from ruling where key = '\\x%s'""".formatted(TestWordKeys.of(words).hex()));

        JsonPath page = ledger("limit=200");
        List<Object> told = page.getList("items.findAll { it.subject == 'review %s' }"
                .formatted(TestWordKeys.of(words).hex()));

        assertThat(told.stream()
                        .map(item -> item.toString()
                                .replaceFirst("at=[^,]+, ", "")
                                .replaceFirst("subject=[^,]+, ", "")
                                .replaceFirst(", place=[^,}]+", "")))
                .containsExactly(
                        "{who=ben, kind=WORDS_RULED, before=dizziness, after=no adverse event, why=null}",
                        "{who=somebody, kind=RULING_IMPORTED, before=null, after=dizziness, why=null}");
        assertThat(ledger("who=ben&kind=WORDS_RULED&limit=1").getList("items")).hasSize(1);
        await().untilAsserted(() -> assertThat(
                        Head.parse(ledger("limit=1").getString("head")).ledger())
                .isEqualTo("classification"));
    }

    @Test
    void tellsOnlyOrdersOfRecodings() {
        assertThat(ledger("kind=RECODING_ORDERED&limit=200").getList("items.kind", String.class))
                .allMatch("RECODING_ORDERED"::equals);
        given().get("/q/health/well").then().body("checks.find { it.name == 'ledger' }.status", equalTo("UP"));
    }

    @ParameterizedTest
    @CsvSource({"from=yesterday, from", "kind=SOMETHING, kind", "after=7, after", "limit=0, limit", "colour=red, colour"
    })
    void namesWhatCannotBeRead(String query, String field) {
        given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/ledger?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    private static JsonPath ledger(String query) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/ledger?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
