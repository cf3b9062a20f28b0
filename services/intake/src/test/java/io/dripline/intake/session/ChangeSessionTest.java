package io.dripline.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.intake.Clinic;
import io.dripline.intake.Database;
import io.dripline.intake.Surroundings;
import io.dripline.intake.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ChangeSessionTest {

    private static final Clinic CLINIC = new Clinic("clinic-of-changes");

    private final String reference = UUID.randomUUID().toString();
    private String id;
    private String eventId;

    @BeforeEach
    void reportASession() {
        Response reported = CLINIC.post(report(r -> {}));
        id = reported.then().statusCode(201).extract().path("id");
        eventId = reported.path("adverseEvents[0].id");
    }

    @Test
    void anAmendmentIsTheNextVersion() {
        Response answer = CLINIC.put(id, "\"1\"", "weighed again", report(r -> r.put("weightKg", 72)));

        answer.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("weightKg", equalTo(72.0f));
        CLINIC.get(id).then().statusCode(200).header("ETag", "\"2\"").body("weightKg", equalTo(72.0f));
    }

    @Test
    void anEventKeepsItsIdWhileItsWordsStayTheSame() {
        Response answer = CLINIC.put(id, "\"1\"", "seen again", report(r -> {
            ((ObjectNode) r.withArray("adverseEvents").get(0)).put("severity", "SEVERE");
            r.withArray("adverseEvents").insertObject(0).put("verbatim", "vomited twice");
        }));

        answer.then()
                .statusCode(200)
                .body("adverseEvents", hasSize(2))
                .body("adverseEvents[0].verbatim", equalTo("vomited twice"))
                .body("adverseEvents[1].id", equalTo(eventId))
                .body("adverseEvents[1].severity", equalTo("SEVERE"));
        assertThat(answer.<String>path("adverseEvents[0].id")).isNotEqualTo(eventId);
    }

    @Test
    void everyVersionStaysReadableWithWhoWhenAndWhy() {
        CLINIC.put(id, "\"1\"", "gewogen: 72 kg (Größe geprüft)", report(r -> r.put("weightKg", 72)))
                .then()
                .statusCode(200);
        CLINIC.delete(id, "\"2\"", "entered twice").then().statusCode(204);

        Response history = CLINIC.request().get("/sessions/{id}/versions", id);

        history.then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items.version", equalTo(List.of(1, 2, 3)))
                .body("items.status", equalTo(List.of("ACTIVE", "ACTIVE", "WITHDRAWN")))
                .body("items[0].reason", nullValue())
                .body("items[1].who", equalTo("clinic-of-changes"))
                .body("items[1].receivedAt", equalTo("2026-11-22T12:00:00Z"))
                .body("items[0].content.weightKg", equalTo(70.0f))
                .body("items[1].content.weightKg", equalTo(72.0f))
                .body("items[2].reason", equalTo("entered twice"))
                .body("items[2].content.adverseEvents[0].verbatim", equalTo("felt floaty, out of my body"));
    }

    @Test
    void theHistoryComesInPages() {
        CLINIC.delete(id, "\"1\"", "entered twice").then().statusCode(204);

        Response first = CLINIC.request().get("/sessions/{id}/versions?limit=1", id);

        first.then().body("items.version", equalTo(List.of(1))).body("next", equalTo("1"));
        CLINIC.request()
                .get("/sessions/{id}/versions?limit=1&after=1", id)
                .then()
                .body("items.version", equalTo(List.of(2)))
                .body("next", nullValue());
    }

    @Test
    void aWithdrawnSessionCanBeReadAndNotChanged() {
        CLINIC.delete(id, "\"1\"", "wrong patient").then().statusCode(204).header("ETag", "\"2\"");

        Response amendment = CLINIC.put(id, "\"2\"", "again", report(r -> {}));

        amendment.then().statusCode(409).contentType("application/problem+json");
        CLINIC.delete(id, "\"2\"", "again").then().statusCode(409);
        CLINIC.get(id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() {
        CLINIC.put(id, "\"1\"", "first", report(r -> r.put("weightKg", 72)));

        Response late = CLINIC.put(id, "\"1\"", "second", report(r -> r.put("weightKg", 73)));

        late.then().statusCode(412).contentType("application/problem+json").header("ETag", "\"2\"");
        CLINIC.delete(id, "W/\"2\"", "weak").then().statusCode(412);
        CLINIC.delete(id, "\"7\", \"2\"", "one of two").then().statusCode(204);
    }

    @Test
    void aChangeNeedsToSayOfWhatAndWhy() {
        Response ofWhat = CLINIC.request()
                .header("Reason", "because")
                .contentType("application/json")
                .body(report(r -> {}))
                .put("/sessions/{id}", id);

        ofWhat.then().statusCode(428).contentType("application/problem+json");
        CLINIC.request()
                .header("If-Match", "\"1\"")
                .delete("/sessions/{id}", id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("Reason")));
        CLINIC.delete(id, "1", "unquoted")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("If-Match")));
        CLINIC.get(id).then().header("ETag", "\"1\"");
    }

    @Test
    void patientAndReferenceNeverChange() {
        Response answer = CLINIC.put(
                id, "\"1\"", "mixed up", report(r -> r.put("patient", "P-0043").put("reference", "another")));

        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("patient", "reference")));
        assertThat(answer.asString()).doesNotContain("P-0043");
    }

    @Test
    void anAmendmentHoldsToTheRulesOfAReport() {
        Response answer = CLINIC.put(id, "\"1\"", "grams", report(r -> r.put("weightKg", 70_000)));

        answer.then().statusCode(422).body("violations.field", equalTo(List.of("weightKg")));
        CLINIC.get(id).then().header("ETag", "\"1\"");
    }

    @Test
    void ofTwentyChangesAtOnceOneWins() throws Exception {
        String body = report(r -> r.put("weightKg", 72));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService twenty = Executors.newFixedThreadPool(20)) {
            Callable<Integer> change =
                    () -> CLINIC.put(id, "\"1\"", "race", body).statusCode();

            List<Future<Integer>> answers = twenty.invokeAll(Collections.nCopies(20, change));

            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(Database.count("session_version where session_id = '%s'".formatted(id)))
                .isEqualTo(2);
    }

    @Test
    void theVersionsOfASessionAreWrittenInTheOrderOfTheirTransactions() throws Exception {
        try (ExecutorService ten = Executors.newFixedThreadPool(10)) {
            Callable<Integer> change =
                    () -> CLINIC.put(id, "*", "any", report(r -> {})).statusCode();

            for (Future<Integer> answer : ten.invokeAll(Collections.nCopies(40, change))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(Database.value("select string_agg(version::text, ',' order by xid, seq) from session_version"
                        + " where session_id = '%s'".formatted(id)))
                .isEqualTo(Database.value("select string_agg(v::text, ',' order by v) from generate_series(1, 41) v"));
    }

    @Test
    void anotherClinicsSessionLooksLikeAnUnknownOne() {
        Clinic other = new Clinic("clinic-other");
        String unknown = UUID.randomUUID().toString();

        Response answer = other.get(id);

        answer.then().statusCode(404).contentType("application/problem+json");
        assertThat(answer.path("detail").toString())
                .isEqualTo(other.get(unknown).path("detail"));
        other.get("no-uuid").then().statusCode(404).contentType("application/problem+json");
        other.request().get("/sessions/{id}/versions", id).then().statusCode(404);
        other.put(id, "\"1\"", "mine now", report(r -> {})).then().statusCode(404);
        other.delete(id, "\"1\"", "mine now").then().statusCode(404);
    }

    @Test
    void officersAndAuditorsReadEveryClinicsSessions() {
        for (String role : List.of("safety-officer", "auditor")) {
            Response answer =
                    RestAssured.given().auth().oauth2(Tokens.person(role, role)).get("/sessions/{id}", id);

            answer.then().statusCode(200).body("clinic", equalTo("clinic-of-changes"));
        }
    }

    private String report(Consumer<ObjectNode> changes) {
        Consumer<ObjectNode> named = r -> r.put("reference", reference);
        return Clinic.report(SessionExample.REPORT, named.andThen(changes));
    }
}
