package io.dripline.reporting.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.contracts.ContractJson;
import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertState;
import io.dripline.reporting.Operator;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.audit.DeedKind;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do about an alert: who, when and why, one version a step. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AlertStepsTest {

    private static final String ASSESSMENT = "{\"assessment\": \"CONFIRMED\", \"reason\": \"Seen at the bedside.\"}";
    private static final String CLOSURE = "{\"reason\": \"The bolus is as before.\"}";

    @Inject
    Jdbi jdbi;

    @Inject
    Alerts alerts;

    @Inject
    ObjectMapper json;

    private final String clinic = "steps-" + UUID.randomUUID();
    private Alert alert;

    @BeforeEach
    void anAlert() {
        alert = jdbi.inTransaction(handle -> {
            Alert raised = StoredAlerts.raised(
                    StoredAlerts.monitor(handle, clinic), clinic, Instant.parse("2026-11-22T01:02:03Z"));
            alerts.add(handle, raised);
            return raised;
        });
    }

    @Test
    void aLifeIsToldWithWhoWhenAndWhy() {
        Instant before = Instant.now();
        step("anna", "acknowledgement", 1, null)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("version", equalTo(2))
                .body("assessment", nullValue());
        step("ben", "assessment", 2, ASSESSMENT)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("ASSESSED"))
                .body("assessment", equalTo("CONFIRMED"));

        step("anna", "closure", 3, CLOSURE).then().statusCode(200).header("ETag", "\"4\"");

        Response read = given().auth().oauth2(Tokens.auditor()).get(path(""));
        read.then()
                .header("ETag", "\"4\"")
                .body("state", equalTo("CLOSED"))
                .body("assessment", equalTo("CONFIRMED"))
                .body("history.state", contains("RAISED", "ACKNOWLEDGED", "ASSESSED", "CLOSED"))
                .body("history.by", contains("dripline", "anna", "ben", "anna"))
                .body("history.reason", contains(null, null, "Seen at the bedside.", "The bolus is as before."))
                .body("history.assessment", contains(null, null, "CONFIRMED", null));
        assertThat(read.jsonPath().getList("history.at", String.class).subList(1, 4))
                .extracting(Instant::parse)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(before, Instant.now()));
        assertThat(stored())
                .extracting(Alert::state)
                .containsExactly(AlertState.RAISED, AlertState.ACKNOWLEDGED, AlertState.ASSESSED, AlertState.CLOSED);
    }

    @Test
    void anEmptyObjectAcknowledgesToo() {
        step("anna", "acknowledgement", 1, "{}").then().statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
    }

    @Test
    void anAssessmentAcknowledgesTooAndMayBeRevised() {
        step("anna", "assessment", 1, ASSESSMENT).then().statusCode(200);

        step("ben", "assessment", 2, "{\"assessment\": \"DATA_ERROR\", \"reason\": \"Entered twice.\"}")
                .then()
                .statusCode(200)
                .body("assessment", equalTo("DATA_ERROR"))
                .body("history.assessment", contains(null, "CONFIRMED", "DATA_ERROR"));
    }

    @Test
    void whatIsOutOfTurnIsRefusedAsItIsShown() throws Exception {
        assertRefused(step("anna", "closure", 1, CLOSURE), 409, StepExample.NOT_ASSESSED);
        step("anna", "acknowledgement", 1, null).then().statusCode(200);
        assertRefused(step("anna", "acknowledgement", 2, null), 409, StepExample.ACKNOWLEDGED_ALREADY);
        step("anna", "assessment", 2, ASSESSMENT).then().statusCode(200);
        step("anna", "closure", 3, CLOSURE).then().statusCode(200);

        assertRefused(step("anna", "assessment", 4, ASSESSMENT), 409, StepExample.CLOSED_ALREADY);
        assertThat(stored()).hasSize(4);
    }

    @Test
    void aStepFromWhatIsOldIsRefusedAsItIsShown() throws Exception {
        step("anna", "acknowledgement", 1, null).then().statusCode(200);

        Response stale = step("ben", "assessment", 1, ASSESSMENT);

        assertRefused(stale, 412, StepExample.STALE);
        stale.then().header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "assessment", "closure"})
    void withoutIfMatchAStepIsRefusedAsItIsShown(String step) throws Exception {
        Response refused = officer("anna")
                .body(step.equals("assessment") ? ASSESSMENT : CLOSURE)
                .post(path("/" + step));

        assertRefused(refused, 428, StepExample.WITHOUT_IF_MATCH);
    }

    @ParameterizedTest
    @CsvSource({"1, 400", "'\"1\", *', 400", "W/\"1\", 412", "'\"7\", \"1\"', 200", "*, 200"})
    void readsIfMatchAsHttpDefinesIt(String ifMatch, int status) {
        officer("anna")
                .header("If-Match", ifMatch)
                .post(path("/acknowledgement"))
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acknowledgement | {'colour': 1}                                          | 400 | colour",
                "acknowledgement | []                                                     | 400 | body",
                "assessment      | {'colour': 1}                                          | 400 | colour",
                "assessment      | {'assessment': 'WRONG', 'reason': 'r'}                 | 400 | assessment",
                "assessment      | {'assessment': 1, 'reason': 'r'}                       | 400 | assessment",
                "assessment      | {'assessment': '', 'reason': 'r'}                      | 400 | assessment",
                "assessment      | {'assessment': 'CONFIRMED', 'reason': 7}               | 400 | reason",
                "assessment      | {'assessment': 'CONFIRMED', 'reason': '  '}            | 422 | reason",
                "assessment      | {'assessment': 'CONFIRMED', 'reason': 'a\\u0000b'}      | 422 | reason",
                "assessment      | {'assessment': 'CONFIRMED', 'reason': 'a\\ud800b'}      | 422 | reason",
                "closure         | null                                                   | 400 | body",
                "closure         | {'reason': 'Mrs Hippolyta was moved'}                  | 422 | reason",
                "closure         | {'reason': 'born 12/03/1961'}                          | 422 | reason",
                "assessment      | {'assessment': 'CONFIRMED', 'reason': 'ask a@b.example'} | 422 | reason",
                "closure         | {'reason': null}                                       | 422 | reason"
            })
    void whatCannotBeReadNamesItsField(String step, String body, int status, String field) {
        step("anna", step, 1, body.replace('\'', '"'))
                .then()
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", contains(field));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void namesEverythingThatIsWrongAsItIsShown() throws Exception {
        assertRefused(step("anna", "assessment", 1, "{}"), 422, StepExample.ASSESSMENT_BROKEN);
        assertRefused(step("anna", "closure", 1, "{}"), 422, StepExample.CLOSURE_BROKEN);
        assertRefused(step("anna", "closure", 1, "{\"colour\": 1}"), 400, StepExample.UNKNOWN_FIELD);
    }

    @Test
    void aReasonHasAGreatestLength() {
        String longest = "{\"assessment\": \"EXPLAINED\", \"reason\": \"%s\"}";

        step("anna", "assessment", 1, longest.formatted("x".repeat(501))).then().statusCode(422);
        step("anna", "assessment", 1, longest.formatted("x".repeat(500))).then().statusCode(200);
    }

    @Test
    void anAlertThatIsNotThereIsNotFound() {
        for (String id : List.of("nonsense", "00000000-0000-0000-0000-000000000000")) {
            officer("anna")
                    .header("If-Match", "*")
                    .post("/api/alerts/" + id + "/acknowledgement")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void clinicsAndAuditorsSeeItAndTakeNoStep() {
        for (String token : List.of(Tokens.clinic(clinic), Tokens.auditor())) {
            given().auth().oauth2(token).get(path("")).then().statusCode(200);
            given().auth()
                    .oauth2(token)
                    .header("If-Match", "\"1\"")
                    .post(path("/acknowledgement"))
                    .then()
                    .statusCode(403);
        }
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aTokenThatNamesNobodyCannotSign() {
        given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", " ", "sub", " "), "safety-officer"))
                .header("If-Match", "\"1\"")
                .post(path("/acknowledgement"))
                .then()
                .statusCode(403);
    }

    /** Each saw version 1, and all ask at the same time. */
    @Test
    void ofOfficersWhoRaceOneStepsAndTheOthersAreTold() throws Exception {
        int officers = 6;
        CyclicBarrier together = new CyclicBarrier(officers);
        List<Integer> statuses;
        try (ExecutorService pool = Executors.newFixedThreadPool(officers)) {
            List<Future<Integer>> answers = IntStream.range(0, officers)
                    .mapToObj(i -> pool.submit(() -> {
                        together.await();
                        return step("officer-" + i, "assessment", 1, ASSESSMENT).statusCode();
                    }))
                    .toList();

            statuses = answers.stream().map(AlertStepsTest::get).sorted().toList();
        }

        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        assertThat(stored()).hasSize(2);
    }

    /** The first holds its version uncommitted while the second reads version 1 and waits for the first. */
    @Test
    void aStepThatIsBeingTakenIsWaitedForAndNotOverwritten() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Response> second = jdbi.inTransaction(handle -> {
                alerts.add(handle, new NextStep.Acknowledge().after(alert, "anna", Instant.now()));
                Future<Response> waiting = pool.submit(() -> step("ben", "assessment", 1, ASSESSMENT));
                org.awaitility.Awaitility.await()
                        .until(() -> jdbi.withHandle(watching ->
                                watching.createQuery("""
                                        select exists (select from pg_locks where not granted and locktype = 'transactionid')
                                        """).mapTo(Boolean.class).one()));
                return waiting;
            });

            assertRefused(second.get(), 412, StepExample.STALE);
        }
        assertThat(stored())
                .extracting(version -> version.history().getLast().by())
                .containsExactly("dripline", "anna");
    }

    @Test
    void theLedgerTellsEachStepAndWhatWasOnlyJudgedAgain() {
        step("anna", "acknowledgement", 1, null).then().statusCode(200);
        jdbi.useHandle(handle -> handle.execute("""
                insert into alert_version (alert_id, version, monitor, record)
                select alert_id, 3, monitor, jsonb_set(record::jsonb, '{version}', '3')::json
                  from alert_version where alert_id = ? and version = 2
                """, alert.id()));
        step("ben", "assessment", 3, ASSESSMENT).then().statusCode(200);

        JsonPath told = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/ledger?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        String ofThisAlert = "items.findAll { it.subject == 'alert %s of %s' }".formatted(alert.id(), alert.monitor());
        assertThat(told.getList(ofThisAlert + ".kind"))
                .containsExactly("ALERT_ASSESSED", "ALERT_JUDGED_AGAIN", "ALERT_ACKNOWLEDGED", "ALERT_RAISED");
        assertThat(told.getList(ofThisAlert + ".who")).containsExactly("ben", "dripline", "anna", "dripline");
        assertThat(told.getList(ofThisAlert + ".why")).containsExactly("Seen at the bedside.", null, null, null);
        assertThat(told.getList(ofThisAlert + ".before")).containsExactly("version 3", "version 2", "version 1", null);
    }

    /** A step that leaves the state as it was is nobody's: the promise was judged anew. */
    @Test
    void theLedgerCallsAPromiseJudgedAnewWhatItIs() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into alert_version (alert_id, version, monitor, record)
                select alert_id, 2, monitor,
                       jsonb_set(jsonb_set(record::jsonb, '{version}', '2'), '{history}', (record::jsonb -> 'history')
                           || jsonb_set(record::jsonb -> 'history' -> -1, '{reason}', '"The promise is HOLDS."'))::json
                  from alert_version where alert_id = ? and version = 1
                """, alert.id()));
        step("ben", "assessment", 2, ASSESSMENT).then().statusCode(200);
        step("ben", "assessment", 3, ASSESSMENT.replace("bedside", "door"))
                .then()
                .statusCode(200);

        JsonPath told = given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/ledger?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        String ofThisAlert = "items.findAll { it.subject == 'alert %s of %s' }".formatted(alert.id(), alert.monitor());
        assertThat(told.getList(ofThisAlert + ".kind"))
                .as("who assesses once more leaves the state as it was too")
                .containsExactly("ALERT_ASSESSED", "ALERT_ASSESSED", "ALERT_JUDGED_AGAIN", "ALERT_RAISED");
        assertThat(told.getList(ofThisAlert + ".who")).containsExactly("ben", "ben", "dripline", "dripline");
        assertThat(told.getList(ofThisAlert + ".why"))
                .containsExactly("Seen at the door.", "Seen at the bedside.", "The promise is HOLDS.", null);
        assertThat(DeedKind.ALERT_JUDGED_AGAIN.words())
                .as("as the alert's own page says it")
                .isEqualTo("Promise judged anew");
    }

    /** The database ends the transaction at its very end, as a crash there would. */
    @Test
    void aCrashBeforeTheCommitLeavesTheAlertAsItWas() {
        Operator.jdbi().useHandle(handle -> handle.execute("""
                create function crash_at_commit() returns trigger language plpgsql as $$
                begin raise exception 'crashed'; end $$;
                create constraint trigger crash_at_commit after insert on alert_version deferrable initially deferred
                    for each row execute function crash_at_commit();
                """));
        try {
            step("anna", "acknowledgement", 1, null).then().statusCode(500);
        } finally {
            Operator.jdbi().useHandle(handle -> handle.execute("drop function crash_at_commit cascade"));
        }
        assertThat(stored()).hasSize(1);

        step("anna", "acknowledgement", 1, null).then().statusCode(200);

        assertThat(stored()).hasSize(2);
    }

    private List<Alert> stored() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select record::text from alert_version where alert_id = :id order by version")
                .bind("id", alert.id())
                .mapTo(String.class)
                .map(record -> ContractJson.read(record.getBytes(StandardCharsets.UTF_8), Alert.class))
                .list());
    }

    private Response step(String person, String step, int version, @Nullable String body) {
        RequestSpecification request = officer(person).header("If-Match", "\"%d\"".formatted(version));
        if (body != null) {
            request.body(body);
        }
        return request.post(path("/" + step));
    }

    private static RequestSpecification officer(String person) {
        return given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", person), "safety-officer"))
                .contentType("application/json");
    }

    private String path(String below) {
        return "/api/alerts/" + alert.id() + below;
    }

    private void assertRefused(Response refusal, int status, String example) throws Exception {
        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.contentType()).startsWith(ProblemExample.TYPE);
        ObjectNode document = (ObjectNode) json.readTree(refusal.asByteArray());
        document.remove("instance");
        assertThat(document).isEqualTo(json.readTree(example));
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
