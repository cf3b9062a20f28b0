package io.dripline.intake.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.dripline.ledger.Head;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service beside its sealer: what it writes is sealed, cannot be changed by it, and can be read by whom it is for. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WhoDidWhatTest {

    private static final String CLINIC = "clinic-that-is-audited";

    private final Clinic clinic = new Clinic(CLINIC);
    private final Clinic busy = new Clinic("clinic-that-posts-much");

    @Test
    void tellsWhoDidWhatTheLatestFirst() {
        String report = """
                {"reference": "audited", "patient": "P-1", "startedAt": "2026-11-20T09:00:00Z", "route": "ORAL", \
                "ascertainment": "CHECKLIST"}""";
        String id = clinic.post(report).then().statusCode(201).extract().path("id");
        clinic.put(id, "\"1\"", "a secret of the patient", report.replace("09:00", "09:30"))
                .then()
                .statusCode(200);
        clinic.delete(id, "\"2\"", "reported twice").then().statusCode(204);
        for (int performed : new int[] {3, 4}) {
            clinic.request()
                    .contentType("application/json")
                    .body("{\"sessionsPerformed\": %d}".formatted(performed))
                    .put("/tallies/2026-11-20")
                    .then()
                    .statusCode(200);
        }

        List<String> told = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = ledger("who=" + CLINIC + "&limit=2&after=" + after);
            page.getList("items").forEach(item -> told.add(item.toString().replace(id, "ID")));
            after = page.getString("next");
        } while (after != null);

        assertThat(told.stream()
                        .map(item -> item.replaceFirst("at=[^,]+, ", "")
                                .replace("who=" + CLINIC + ", ", "")
                                .replaceFirst(", place=[^,}]+", "")))
                .containsExactly(
                        "{kind=TALLY_STATED, subject=tally of %s on 2026-11-20, before=3, after=4}".formatted(CLINIC),
                        "{kind=TALLY_STATED, subject=tally of %s on 2026-11-20, after=3}".formatted(CLINIC),
                        "{kind=SESSION_WITHDRAWN, subject=session ID of %s, before=version 2, after=version 3}"
                                .formatted(CLINIC),
                        "{kind=SESSION_CHANGED, subject=session ID of %s, before=version 1, after=version 2}"
                                .formatted(CLINIC),
                        "{kind=SESSION_REPORTED, subject=session ID of %s, after=version 1}".formatted(CLINIC));
        assertThat(ledger("who=" + CLINIC + "&kind=SESSION_CHANGED").getList("items"))
                .hasSize(1);
        assertThat(ledger("who=" + CLINIC + "&to=2001-01-01T00:00:00Z").getList("items"))
                .isEmpty();
        assertThat(ledger("who=" + CLINIC + "&kind=SESSION_WITHDRAWN,TALLY_STATED")
                        .<String>getList("items.kind"))
                .containsExactly("TALLY_STATED", "TALLY_STATED", "SESSION_WITHDRAWN");
        assertThat(ledger("text=TALLY of " + CLINIC).getList("items")).hasSize(2);
        assertThat(ledger("who=" + CLINIC + "&text=50%").getList("items")).isEmpty();
        JsonPath withdrawn = ledger("who=" + CLINIC + "&kind=SESSION_WITHDRAWN");
        assertThat(ledger("who=" + CLINIC + "&after=" + withdrawn.getString("items[0].place"))
                        .<String>getList("items.kind"))
                .as("what lies behind an entry's place")
                .containsExactly("SESSION_CHANGED", "SESSION_REPORTED");
    }

    @Test
    void tellsOfAnErasureAndOfTheVersionsThatItMade() {
        Clinic asked = new Clinic("clinic-that-erases");
        String id = asked.post("""
                        {"reference": "erased", "patient": "P-2", "startedAt": "2026-11-20T09:00:00Z", "route": "ORAL", \
                        "ascertainment": "CHECKLIST", "adverseEvents": [{"verbatim": "felt floaty"}]}""").then().statusCode(201).extract().path("id");
        asked.delete(id, "\"1\"", "entered twice").then().statusCode(204);
        asked.request()
                .contentType("application/json")
                .body("{\"patient\": \"P-2\", \"ground\": \"OBJECTION\"}")
                .post("/erasures")
                .then()
                .statusCode(201);

        JsonPath told = ledger("who=clinic-that-erases");

        assertThat(told.<String>getList("items.kind"))
                .containsExactlyInAnyOrder("WORDS_ERASED", "SESSION_ERASED", "SESSION_WITHDRAWN", "SESSION_REPORTED");
        JsonPath erasure = ledger("who=clinic-that-erases&kind=WORDS_ERASED");
        assertThat(erasure.getString("items[0].why")).isEqualTo("OBJECTION");
        assertThat(erasure.getString("items[0].subject")).isEqualTo("words about a patient of clinic-that-erases");
        assertThat(erasure.getString("items[0].after")).isEqualTo("in 1 sessions");
        assertThat(ledger("who=clinic-that-erases&kind=SESSION_ERASED").getString("items[0].after"))
                .isEqualTo("version 3");
    }

    @Test
    void sealsWhatIsStoredAndShowsTheHead() {
        busy.postMany("2026-11-19T09:00:00Z");

        await().untilAsserted(() -> assertThat(Database.count(
                        "session_version v where not exists (select from ledger_seal s where s.sealed = 'session_version'"
                                + " and s.xid = v.xid and s.seq = v.seq)"))
                .isZero());
        Head head = Head.parse(ledger("limit=1").getString("head"));

        assertThat(head.ledger()).isEqualTo("intake");
        assertThat(head.position()).isGreaterThanOrEqualTo(1000);
        given().get("/q/health/well")
                .then()
                .body("checks.find { it.name == 'ledger' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'ledger' }.data.position", greaterThan(999));
    }

    @Test
    void theServicesOwnRoleCannotChangeASession() {
        busy.postMany("2026-11-18T09:00:00Z");

        assertThatThrownBy(() -> Database.executeAsTheService("update session_version set who = 'somebody else'"))
                .hasMessageContaining("permission denied for table session_version");
        assertThatThrownBy(() -> Database.executeAsTheService("delete from ledger_seal"))
                .hasMessageContaining("permission denied for table ledger_seal");
    }

    @ParameterizedTest
    @CsvSource({"safety-officer, 200", "auditor, 200", "visitor, 403"})
    void isForOfficersAndAuditors(String role, int status) {
        given().auth()
                .oauth2(Tokens.person(role, "somebody"))
                .get("/ledger")
                .then()
                .statusCode(status);
        clinic.request().get("/ledger").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "to=2026-11-22, to",
        "kind=SOMETHING, kind",
        "after=7, after",
        "limit=0, limit",
        "colour=red, colour"
    })
    void namesWhatCannotBeRead(String query, String field) {
        given().auth()
                .oauth2(Tokens.person("auditor", "auditor"))
                .get("/ledger?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    private static JsonPath ledger(String query) {
        return given().auth()
                .oauth2(Tokens.person("auditor", "auditor"))
                .get("/ledger?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
