package io.dripline.classification.recoding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Database;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.dripline.classification.session.StoredTexts;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions that an earlier build coded, with another vocabulary or before words were indexed. */
@QuarkusTest
@TestSurroundings
class RecodingTest {

    private static final String TODAY = Vocabulary.standard().version();

    private static final String YESTERDAY = "2025.1";

    /** As the vocabulary of yesterday coded everything. */
    private static final String AS_RASH = """
            [{"term": "rash", "category": "OTHER", "method": "EXACT", "matched": "rash", "confidence": 0.9,
              "vocabulary": "2025.1"}]""";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    @Inject
    StoredTexts storedTexts;

    @Inject
    RunRecoding worker;

    private final UUID id = UUID.randomUUID();
    private final String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";
    private Line line;

    @BeforeEach
    void openLine() throws Exception {
        line = new Line(broker);
        awaitNoWork();
        worker.stop();
        // nothing that another test left
        database().execute("update session_now set vocabulary = '%s'".formatted(TODAY));
        database()
                .execute("update recoding set done = 0, changed = 0, events = '[]', after = '%s' where kind = 'PREVIEW'"
                        .formatted(new UUID(0, 0)));
    }

    @AfterEach
    void closeLine() throws SQLException {
        line.close();
        worker.start();
        awaitNoWork();
    }

    @Test
    void showsFirstWhatWouldChange() throws SQLException {
        codedYesterday(id, "vomited", AS_RASH, false);
        codedYesterday(UUID.randomUUID(), "vomited", AS_RASH, false);
        codedYesterday(UUID.randomUUID(), words, "[]", true);
        codedYesterday(UUID.randomUUID(), "dizzy", "[]", true);
        codedYesterday(UUID.randomUUID(), "nil itch", AS_RASH, false);

        worker.start();

        JsonPath state = awaitPreview(5);
        assertThat(state.getString("vocabulary")).isEqualTo(TODAY);
        assertThat(state.<Map<String, Object>>getList("sessions"))
                .contains(Map.of("vocabulary", YESTERDAY, "sessions", 5));
        assertThat(state.getInt("preview.changed")).isEqualTo(4);
        assertThat(state.<Map<String, Object>>getList("preview.events"))
                .containsExactlyInAnyOrder(
                        Map.of("from", List.of("OTHER"), "to", List.of("GI"), "events", 2),
                        Map.of("from", List.of("OTHER"), "to", List.of("DROPPED"), "events", 1),
                        Map.of("from", List.of("AWAITING"), "to", List.of("CNS"), "events", 1),
                        Map.of("from", List.of("AWAITING"), "to", List.of("AWAITING"), "events", 1));
        assertThat(revisions(id)).containsExactly("1");
    }

    @Test
    void countsAgainWhatWouldChangeOnceMoreIsRuledOrLeft() throws Exception {
        codedYesterday(id, words, "[]", true);
        worker.start();
        awaitPreview(1);
        assertThat(state().getInt("preview.changed")).isZero();
        worker.stop();

        UUID another = UUID.randomUUID();
        codedYesterday(another, "vomited", AS_RASH, false);
        database().execute("""
                insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                values ('\\x%s', 1, '{dizziness}', 'somebody else', now(), 1, 1)""".formatted(TestWordKeys.of(words).hex()));
        worker.start();

        awaitPreview(2);
        assertThat(state().<Map<String, Object>>getList("preview.events"))
                .containsExactlyInAnyOrder(
                        Map.of("from", List.of("OTHER"), "to", List.of("GI"), "events", 1),
                        Map.of("from", List.of("CNS"), "to", List.of("CNS"), "events", 1));
    }

    @Test
    void recodesOnlyWhatChangesAndPublishesIt() throws SQLException {
        UUID same = UUID.randomUUID();
        codedYesterday(id, "vomited", AS_RASH, false);
        codedYesterday(same, words, "[]", true);
        worker.start();
        awaitPreview(2);

        start("{\"reason\": \"the words of winter\"}")
                .then()
                .statusCode(202)
                .body("recoding.reason", is("the words of winter"))
                .body("recoding.who", is("somebody"));

        awaitNoWork();
        CodedSession recoded = line.awaitCoded(id, 2).getLast();
        assertThat(recoded.codingRevision()).isEqualTo(2);
        assertThat(recoded.events().getFirst().codings())
                .extracting(Coding::category)
                .containsExactly(Category.GI);
        assertThat(revisions(same)).containsExactly("1");
        JsonPath state = state();
        assertThat(state.getString("recoding.state")).isEqualTo("DONE");
        assertThat(state.getInt("recoding.sessions")).isEqualTo(2);
        assertThat(state.getInt("recoding.changed")).isEqualTo(1);
        assertThat(state.<Map<String, Object>>getList("sessions"))
                .noneMatch(one -> one.get("vocabulary").equals(YESTERDAY));
    }

    @Test
    void aRulingWinsOverTheNewVocabulary() throws SQLException {
        codedYesterday(id, "vomited", AS_RASH, false);
        String ruled = "vomited " + words;
        UUID ruledOn = UUID.randomUUID();
        codedYesterday(ruledOn, ruled, AS_RASH, false);
        rule(ruled).then().statusCode(200);
        worker.start();

        start("{\"reason\": \"the words of winter\"}").then().statusCode(202);

        awaitNoWork();
        assertThat(line.awaitCoded(ruledOn, 2).getLast().events().getFirst().codings())
                .extracting(Coding::term)
                .containsExactly("dizziness");
    }

    @Test
    void aRulingLeavesTheOtherEventsOfASessionAsTheyWere() throws SQLException {
        codedYesterday(id, words, "[]", true);
        addEvent(id, "vomited");
        rule(words).then().statusCode(200).body("sessionsAffected", is(1));

        worker.start();

        awaitNoWork();
        assertThat(line.awaitCoded(id, 2).getLast().events())
                .extracting(event -> event.codings().getFirst().term())
                .containsExactlyInAnyOrder("dizziness", "rash");
    }

    @Test
    void whatWasCodedBeforeWordsWereIndexedIsFoundInTheEnd() throws SQLException {
        // Given
        codedYesterday(id, words, "[]", true);
        UUID amended = UUID.randomUUID();
        codedYesterday(amended, words, "[]", true);
        notIndexed(id);
        notIndexed(amended);
        line.report(Reports.of(amended, 2, Reports.event("nausea")));
        line.awaitCoded(amended, 2);
        database()
                .execute("insert into words values ('\\x%s', '%s') on conflict do nothing"
                        .formatted(TestWordKeys.of(words).hex(), words));
        rule(words).then().statusCode(200).body("sessionsAffected", is(0));

        // When
        database().execute("insert into recoding (kind) values ('INDEX')");
        worker.start();

        // Then
        awaitNoWork();
        assertThat(line.awaitCoded(id, 2).getLast().events().getFirst().codings())
                .extracting(Coding::term)
                .containsExactly("dizziness");
        assertThat(line.coded(amended).getLast().version()).isEqualTo(2);
        assertThat(database().rows("select version from session_now where session_id = '%s'", amended))
                .containsExactly("2");
        rule(words, "\"terms\": [\"nausea\"]").then().body("sessionsAffected", is(1));
    }

    @Test
    void aSessionThatCannotBeRecodedHoldsUpNoOther() throws Exception {
        UUID first = UUID.fromString("00000000-0000-4000-8000-" + id.toString().substring(24));
        codedYesterday(first, "vomited", AS_RASH, false);
        codedYesterday(id, "vomited", AS_RASH, false);
        database().execute("""
                create function refuse() returns trigger language plpgsql as
                    $$ begin raise exception 'out of range' using errcode = '22003'; end $$;
                create trigger refuses before insert on session_now for each row when (new.session_id = '%s')
                    execute function refuse()""".formatted(first));
        try {
            worker.start();
            start("{\"reason\": \"the words of winter\"}").then().statusCode(202);

            awaitNoWork();
            assertThat(revisions(id)).containsExactly("1", "2");
            assertThat(revisions(first)).containsExactly("1");
            given().get("/q/health/well")
                    .then()
                    .body("checks.find { it.name == 'Recoding' }.data.setAside", greaterThanOrEqualTo(1))
                    .body("checks.find { it.name == 'Recoding' }.status", is("UP"));
            assertThat(given().get("/q/metrics").asString())
                    .contains("dripline_recoding_open", "dripline_recoding_set_aside");
        } finally {
            database().execute("drop trigger refuses on session_now; drop function refuse()");
        }
    }

    @Test
    void oneRecodingAtATime() {
        start("{\"reason\": \"once\"}").then().statusCode(202);
        start("{\"reason\": \"twice\"}").then().statusCode(409).contentType("application/problem+json");
    }

    @Test
    void anUnfinishedRecodingByAnotherVocabularyGivesWay() throws SQLException {
        database()
                .execute("insert into recoding (kind, vocabulary, reason, who)"
                        + " values ('VOCABULARY', '2024.1', 'the words of autumn', 'somebody')");

        start("{\"reason\": \"the words of winter\"}")
                .then()
                .statusCode(202)
                .body("recoding.state", is("RUNNING"))
                .body("recoding.vocabulary", is(TODAY));

        assertThat(database()
                        .rows("select id from recoding where superseded and vocabulary = '2024.1' and done = 0", id))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422",
                "{\"reason\": \"\"} | 422",
                "{\"reason\": 5} | 400",
                "{\"reason\": \"x\", \"dryRun\": true} | 400",
                "[] | 400",
                "x | 400",
                "`` | 422"
            })
    void refusesARecodingWithoutAReason(String body, int status) {
        start(body).then().statusCode(status).contentType("application/problem+json");
    }

    private void codedYesterday(UUID session, String verbatim, String codings, boolean awaiting) throws SQLException {
        UUID event = UUID.randomUUID();
        database().execute("""
                insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events,
                    first_received_at, received_at, vocabulary)
                values ('%1$s', 1, 1, 'ACTIVE', 'clinic-north', '%2$s', '{"startedAt": "2025-11-22T09:00:00+11:00",
                    "route": "INTRAVENOUS", "ascertainment": "CHECKLIST", "plannedSessions": 1}',
                    '[{"id": "%3$s", "seriousness": [], "codings": %4$s, "awaitingReview": %5$s}]',
                    now(), now(), '2025.1');
                insert into session_now values ('%1$s', 1, 1, true, '2025.1');
                insert into session_word values ('%1$s', '\\x%6$s', %5$s, 'clinic-north', now())""".formatted(
                        session,
                        Reports.pseudonymOf(session),
                        event,
                        codings,
                        awaiting,
                        TestWordKeys.of(verbatim).hex()));
        storedTexts.add(session, event, verbatim);
    }

    /** A second event, coded as a rash, in a session of yesterday. */
    private void addEvent(UUID session, String verbatim) throws SQLException {
        UUID event = UUID.randomUUID();
        database().execute("""
                alter table coded_session disable trigger coded_session_is_append_only;
                update coded_session set events = events ||
                    '[{"id": "%2$s", "seriousness": [], "codings": %3$s, "awaitingReview": false}]'
                where session_id = '%1$s';
                alter table coded_session enable trigger coded_session_is_append_only""".formatted(session, event, AS_RASH));
        storedTexts.add(session, event, verbatim);
    }

    private void notIndexed(UUID session) throws SQLException {
        database()
                .execute(
                        "delete from session_now where session_id = '%1$s'; delete from session_word where session_id = '%1$s'"
                                .formatted(session));
    }

    private Response rule(String about) throws SQLException {
        return rule(about, "\"terms\": [\"dizziness\"]");
    }

    private Response rule(String about, String decision) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .body("{%s, \"reason\": \"so the nurses say\"}".formatted(decision))
                .put("/reviews/" + TestWordKeys.of(about).hex() + "/ruling");
    }

    private static Response start(String body) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .body(body)
                .post("/recoding");
    }

    private static JsonPath state() {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/recoding")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaitPreview(int sessions) {
        return Line.patiently()
                .until(
                        RecodingTest::state,
                        state -> "DONE".equals(state.getString("preview.state"))
                                && state.getInt("preview.sessions") == sessions);
    }

    private List<String> revisions(UUID session) throws SQLException {
        return database()
                .rows("select coding_revision from coded_session where session_id = '%s' order by seq", session);
    }

    private void awaitNoWork() {
        Line.patiently()
                .until(() -> database()
                        .rows("select id from recoding where finished_at is null", id)
                        .isEmpty());
    }

    private Database database() {
        return new Database(dataSource);
    }
}
