package io.dripline.reporting.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.ledger.Head;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers did is told with who, when, before and after, and why. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class WhoDidWhatTest {

    @Test
    void tellsANullWithWhatWasBefore() {
        for (String body :
                List.of("{\"p0\": 0.12, \"reason\": \"Lenient.\"}", "{\"p0\": 0.09, \"reason\": \"Stricter.\"}")) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .contentType("application/json")
                    .body(body)
                    .put("/api/baselines/text-severe-agitation/null")
                    .then()
                    .statusCode(200);
        }

        JsonPath page = ledger("kind=NULL_GIVEN&limit=200");

        assertThat(page.getList("items.findAll { it.subject == 'baseline text-severe-agitation' }.before"))
                .containsExactly("0.12", null);
        assertThat(page.getList("items.findAll { it.subject == 'baseline text-severe-agitation' }.after"))
                .containsExactly("0.09", "0.12");
        assertThat(page.getList("items.findAll { it.subject == 'baseline text-severe-agitation' }.why"))
                .containsExactly("Stricter.", "Lenient.");
        await().untilAsserted(() -> assertThat(
                        Head.parse(ledger("limit=1").getString("head")).ledger())
                .isEqualTo("reporting"));
        given().get("/q/health/well").then().body("checks.find { it.name == 'ledger' }.status", equalTo("UP"));
    }

    @Test
    void tellsWhatANullStatesAndWhatItOverrides() {
        for (String body : List.of(
                "{\"p0\": 0.12, \"ascertainment\": \"CHECKLIST\", \"reason\": \"Methods.\"}",
                "{\"p0\": 0.12, \"window\": \"course\", \"reason\": \"Table 1 of the paper.\"}")) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .contentType("application/json")
                    .body(body)
                    .put("/api/baselines/table8-marchetti-headaches/null")
                    .then()
                    .statusCode(200);
        }

        JsonPath page = ledger("kind=NULL_GIVEN&limit=200&text=marchetti-headaches");

        assertThat(page.getList("items.before")).containsExactly("0.12, ascertained by CHECKLIST", null);
        assertThat(page.getList("items.after"))
                .containsExactly(
                        "0.12, counted over course in place of the source's long term",
                        "0.12, ascertained by CHECKLIST");
        assertThat(page.getList("items.why")).containsExactly("Table 1 of the paper.", "Methods.");
    }

    @Test
    void pagesHoldEachOnce() {
        tellsNullsOf("text-most-common-general");
        JsonPath all = ledger("limit=200&kind=NULL_GIVEN");

        JsonPath first = ledger("limit=1&kind=NULL_GIVEN");
        JsonPath second = ledger("limit=1&kind=NULL_GIVEN&after=" + first.getString("next"));

        assertThat(List.of(first.getString("items[0].at"), second.getString("items[0].at")))
                .isEqualTo(all.getList("items.at").subList(0, 2));
    }

    @Test
    void findsByTextAndBySeveralKinds() {
        tellsNullsOf("text-most-common-general");

        assertThat(ledger("kind=NULL_GIVEN,MONITOR_RETIRED&text=MOST-common-GENERAL")
                        .<String>getList("items.subject"))
                .isNotEmpty()
                .containsOnly("baseline text-most-common-general");
        assertThat(ledger("text=wh_").getList("items"))
                .as("what is no letter stands for itself")
                .isEmpty();
    }

    @Test
    void whatLiesBehindAnEntrysPlaceIsTheNextPage() {
        tellsNullsOf("text-most-common-general");
        JsonPath all = ledger("limit=3&kind=NULL_GIVEN");

        JsonPath behind = ledger("limit=2&kind=NULL_GIVEN&after=" + all.getString("items[0].place"));

        assertThat(behind.getList("items")).isEqualTo(all.getList("items").subList(1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "kind=SOMETHING, kind",
        "text=%00, text",
        "after=7, after",
        "limit=0, limit",
        "who=%00, who"
    })
    void namesWhatCannotBeRead(String query, String field) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.auditor())
                .get("/api/ledger?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    private static void tellsNullsOf(String figure) {
        for (double p0 : new double[] {0.11, 0.13}) {
            given().auth()
                    .oauth2(Tokens.officer())
                    .contentType("application/json")
                    .body("{\"p0\": %s, \"reason\": \"Why.\"}".formatted(p0))
                    .put("/api/baselines/" + figure + "/null")
                    .then()
                    .statusCode(200);
        }
    }

    private static JsonPath ledger(String query) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/ledger?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
