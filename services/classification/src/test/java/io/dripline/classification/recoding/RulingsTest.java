package io.dripline.classification.recoding;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Database;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.Seriousness;
import io.dripline.contracts.session.SessionStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ruling does to the sessions that hold its words: those before it, those after it, and those that race it. */
@QuarkusTest
@TestSurroundings
class RulingsTest {

    /** The service's connections end a transaction that does nothing; these tests hold theirs until they have seen enough. */
    private static final String TAKE_TIME =
            "set local idle_in_transaction_session_timeout = 0; set local transaction_timeout = 0";

    private static final String KILL_WHO_WAITS = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%%session_now%%'""";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    @Inject
    RunRecoding worker;

    /** Nobody else's words. */
    private final String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q"
            + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private final UUID id = UUID.randomUUID();
    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() throws SQLException {
        line.close();
        worker.start();
    }

    @Test
    void aRulingCodesWhatWasReportedBefore() {
        // Given
        line.report(Reports.of(id, 1, event(words + ", vomited")));
        line.awaitCoded(id, 1);

        // When
        Response answer = rule(words, "\"terms\": [\"dizziness\"]");

        // Then
        answer.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sessionsAffected", is(1))
                .body("words", is(words))
                .body("who", is("somebody"));
        List<CodedSession> states = line.awaitCoded(id, 2);
        assertThat(states).extracting(CodedSession::version).containsExactly(1, 1);
        assertThat(states).extracting(CodedSession::codingRevision).containsExactly(1, 2);
        assertThat(states.getFirst().events().getFirst().awaitingReview()).isTrue();
        assertThat(states.getLast().events().getFirst().awaitingReview()).isFalse();
        assertThat(terms(states.getLast())).containsExactly("dizziness", "vomiting");
        assertThat(states.getLast().events().getFirst().codings().getFirst().method())
                .isEqualTo(CodingMethod.RULING);
    }

    @Test
    void aRevisionCodesAgainAndTheHistoryStays() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);
        line.awaitCoded(id, 2);

        rule(words, "\"terms\": [\"nausea\", \"vomiting\"]")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        assertThat(terms(line.awaitCoded(id, 3).getLast())).containsExactly("nausea", "vomiting");
        assertThat(history(false)).containsExactly("1 [dizziness]", "2 [nausea, vomiting]");
        assertThat(history(true)).containsExactly("2 [nausea, vomiting]");
    }

    @Test
    void whatIsNoEventIsTakenOut() {
        line.report(Reports.of(id, 1, event(words, Seriousness.HOSPITALISATION)));
        line.awaitCoded(id, 1);

        rule(words, "\"notAnEvent\": true").then().statusCode(200).body("notAnEvent", is(true));

        CodedSession state = line.awaitCoded(id, 2).getLast();
        assertThat(terms(state)).isEmpty();
        assertThat(state.events().getFirst().awaitingReview()).isFalse();
    }

    @Test
    void aRulingHoldsForWhatIsReportedLater() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);
        UUID later = UUID.randomUUID();

        line.report(Reports.of(later, 1, event("nil itch; " + words.toUpperCase() + "!")));

        assertThat(terms(line.awaitCoded(later, 1).getFirst())).containsExactly("dizziness");
    }

    @Test
    void anAmendedSessionKeepsTheRuling() {
        AdverseEvent event = event(words);
        line.report(Reports.of(id, 1, event));
        line.awaitCoded(id, 1);
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);
        line.awaitCoded(id, 2);

        line.report(Reports.of(id, 2, event, event("nausea")));

        CodedSession amended = line.awaitCoded(id, 3).getLast();
        assertThat(amended.version()).isEqualTo(2);
        assertThat(terms(amended)).containsExactly("dizziness", "nausea");
    }

    @Test
    void anErasedEventKeepsItsRuling() throws SQLException {
        AdverseEvent event = event(words);
        line.report(Reports.of(id, 1, event));
        line.awaitCoded(id, 1);
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);
        line.awaitCoded(id, 2);
        database().execute("delete from reported_text where session_id = '%s'".formatted(id));
        database().execute("delete from words where words = '%s'".formatted(words));

        rule(words, "\"terms\": [\"nausea\"]").then().statusCode(200).body("words", nullValue());

        awaitNoWork();
        assertThat(terms(line.coded(id).getLast())).containsExactly("dizziness");
    }

    @Test
    void aRulingFindsCodedWordsToo() {
        String known = "vomited, " + words;
        line.report(Reports.of(id, 1, event(known), event("nauseous at " + words)));
        line.awaitCoded(id, 1);

        rule(known, "\"terms\": [\"dizziness\"]").then().statusCode(200).body("sessionsAffected", is(1));

        assertThat(line.awaitCoded(id, 2).getLast().events().getFirst().codings())
                .extracting(Coding::term)
                .containsExactly("dizziness");
    }

    @Test
    void withdrawnSessionsHoldNoWords() throws SQLException {
        AdverseEvent event = event(words);
        line.report(Reports.of(id, 1, event));
        line.report(Reports.of(id, 2, SessionStatus.WITHDRAWN, event));
        line.awaitCoded(id, 2);

        assertThat(reviewed(words)).isNull();
        assertThat(database().rows("select key from session_word where session_id = '%s'", id))
                .isEmpty();
    }

    @Test
    void wordsThatNobodyHoldsAndNobodyRuledOnAreForgotten() throws Exception {
        AdverseEvent event = event(words);
        line.report(Reports.of(id, 1, event, event(words + " ruled")));
        line.awaitCoded(id, 1);
        rule(words + " ruled", "\"terms\": [\"dizziness\"]").then().statusCode(200);
        awaitNoWork();
        line.report(Reports.of(id, 2, SessionStatus.WITHDRAWN, event));
        line.awaitCoded(id, 3);

        worker.stop();
        worker.start();

        Line.patiently()
                .until(() -> database()
                        .rows("select words from words where words = '%s'".formatted(words), id)
                        .isEmpty());
        assertThat(database().rows("select words from words where words = '%s ruled'".formatted(words), id))
                .hasSize(1);
    }

    @Test
    void wordsThatStayAreNotWrittenAgain() throws SQLException {
        AdverseEvent event = event(words);
        line.report(Reports.of(id, 1, event, event(words + " too")));
        line.awaitCoded(id, 1);
        String ofWords = "select xmin from session_word where session_id = '%%s' and key = '\\x%s'"
                .formatted(TestWordKeys.of(words).hex());
        List<String> written = database().rows(ofWords, id);

        rule(words + " too", "\"terms\": [\"dizziness\"]").then().statusCode(200);
        line.awaitCoded(id, 2);

        assertThat(database().rows(ofWords, id)).isEqualTo(written);
    }

    @Test
    void theQueueCountsCurrentVersionsByClinic() {
        AdverseEvent event = event(words);
        UUID other = UUID.randomUUID();
        line.report(Reports.of(id, 1, event, event(words.toUpperCase())));
        line.report(Reports.of(id, 2, event));
        line.report(Reports.movedToAnother("clinic", Reports.of(other, 1, event("no itch, " + words))));
        line.awaitCoded(id, 2);
        line.awaitCoded(other, 1);

        Map<String, Object> review = reviewed(words);

        assertThat(review)
                .containsEntry("occurrences", 2)
                .containsEntry("clinics", List.of("clinic-north", "clinic-south"))
                .containsEntry("id", TestWordKeys.of(words).hex())
                .containsEntry("revision", 0)
                .containsKeys("candidates", "firstSeen", "lastSeen");
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200).body("sessionsAffected", is(2));
        assertThat(reviewed(words)).isNull();
    }

    @Test
    void theQueueIsPagedTheMostFrequentFirst() {
        for (int i = 0; i < 3; i++) {
            line.report(Reports.of(UUID.randomUUID(), 1, event(words)));
        }
        line.report(Reports.of(id, 1, event(words + "zz"), event(words + "zx"), event(words)));
        line.awaitCoded(id, 1);
        Line.patiently()
                .until(() -> reviewed(words) != null
                        && reviewed(words).get("occurrences").equals(4));

        List<Map<String, Object>> all = queue(1);

        assertThat(all).extracting(item -> (int) item.get("occurrences")).isSortedAccordingTo((a, b) -> b - a);
        assertThat(all).extracting(item -> item.get("id")).doesNotHaveDuplicates();
        assertThat(all).extracting(item -> item.get("words")).contains(words, words + "zz", words + "zx");
    }

    @Test
    void twoOfficersDoNotOverwriteEachOtherUnseen() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/reviews/" + TestWordKeys.of(words).hex())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");

        Response first = ruleIf("\"0\"", words, "\"terms\": [\"dizziness\"]");
        Response second = ruleIf("\"0\"", words, "\"terms\": [\"nausea\"]");

        first.then().statusCode(200);
        second.then().statusCode(412).contentType("application/problem+json").header("ETag", "\"1\"");
        ruleIf("\"1\"", words, "\"terms\": [\"nausea\"]").then().statusCode(200).header("ETag", "\"2\"");
        ruleIf("nonsense", words, "\"terms\": [\"nausea\"]")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("If-Match"));
    }

    @Test
    void theSameRulingTwiceIsOne() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        rule(words, "\"terms\": [\"dizziness\"]").then().header("ETag", "\"1\"");
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200).header("ETag", "\"1\"");
        ruleIf("\"0\"", words, "\"terms\": [\"dizziness\"]")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void aStarRevisesOnlyWhatIsThere() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        ruleIf("*", words, "\"terms\": [\"dizziness\"]").then().statusCode(412).header("ETag", "\"0\"");
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);
        ruleIf("*", words, "\"terms\": [\"nausea\"]").then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void nobodyWaitsWhileTheSessionsOfARulingAreCounted() throws Exception {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        worker.stop();
        Thread ruling;
        try (Connection slow = dataSource.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(TAKE_TIME);
            statement.execute("lock table session_word in access exclusive mode");
            ruling = Thread.startVirtualThread(() -> rule(words, "\"terms\": [\"dizziness\"]"));
            Line.patiently()
                    .until(() -> !database()
                            .rows(
                                    "select 1 from pg_locks where relation = 'session_word'::regclass and not granted",
                                    id)
                            .isEmpty());

            assertThat(database().rows("""
                            select 1 from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted
                              and (classid::bigint << 32 | objid::bigint) = hashtextextended('dripline.ruling', 0)""", id)).isEmpty();
            slow.rollback();
        }
        ruling.join();
    }

    @Test
    void aReportThatRacesARulingDoesNotMissIt() throws Exception {
        // Given
        line.report(Reports.of(UUID.randomUUID(), 1, event(words)));
        Line.patiently().until(() -> reviewed(words) != null);
        worker.stop();
        UUID[] racing = Stream.generate(UUID::randomUUID).limit(60).toArray(UUID[]::new);

        // When
        Thread ruling = Thread.startVirtualThread(
                () -> rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200));
        for (UUID session : racing) {
            line.report(Reports.of(session, 1, event(words)));
        }
        ruling.join();
        for (UUID session : racing) {
            Line.patiently()
                    .until(() -> !database()
                            .rows("select 1 from coded_session where session_id = '%s'", session)
                            .isEmpty());
        }

        // Then
        worker.start();
        awaitNoWork();
        assertThat(database().rows("""
                        select session_id from session_word where awaiting and key = '\\x%s'""".formatted(TestWordKeys.of(words).hex()), id))
                .isEmpty();
        for (UUID session : racing) {
            assertThat(database().rows("""
                    select events #>> '{0,codings,0,term}' from coded_session where session_id = '%s'
                    order by version desc, coding_revision desc limit 1""", session)).containsExactly("dizziness");
        }
    }

    /** The reports are coded before the ruling and stored after it: held at the door of their transaction. */
    @Test
    void whatIsCodedBeforeARulingAndStoredAfterItIsCodedAgain() throws Exception {
        line.report(Reports.of(UUID.randomUUID(), 1, event(words)));
        Line.patiently().until(() -> reviewed(words) != null);
        worker.stop();
        try (Connection officer = dataSource.getConnection();
                Statement statement = officer.createStatement()) {
            officer.setAutoCommit(false);
            statement.execute(TAKE_TIME);
            statement.execute("select hold_rulings()");
            line.report(Reports.of(id, 1, event(words)));
            Line.patiently()
                    .until(() -> !database()
                            .rows("select 1 from pg_locks where locktype = 'advisory' and not granted", id)
                            .isEmpty());
            statement.execute("""
                    insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                    values ('\\x%s', 1, '{dizziness}', 'somebody else', now(), 1, 1)""".formatted(TestWordKeys.of(words).hex()));
            officer.commit();
        }

        assertThat(terms(line.awaitCoded(id, 1).getFirst())).containsExactly("dizziness");
        assertThat(line.coded(id)).hasSize(1);
    }

    @Test
    void killedInTheMiddleItGoesOnThere() throws Exception {
        // Given
        List<UUID> sessions =
                new ArrayList<>(Stream.generate(UUID::randomUUID).limit(200).toList());
        sessions.forEach(session -> line.report(Reports.of(session, 1, event(words))));
        Line.patiently()
                .until(() -> reviewed(words) != null
                        && reviewed(words).get("occurrences").equals(200));
        sessions.sort((a, b) -> a.toString().compareTo(b.toString()));

        // When
        try (Connection blocker = dataSource.getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute(TAKE_TIME);
            statement.execute(
                    "select from session_now where session_id = '%s' for update".formatted(sessions.get(130)));
            rule(words, "\"terms\": [\"dizziness\"]").then().body("sessionsAffected", is(200));
            Line.patiently().until(() -> doneOf(words).equals("100"));
            Line.patiently().until(() -> !database().rows(KILL_WHO_WAITS, id).isEmpty());
            assertThat(doneOf(words)).isEqualTo("100");
            blocker.rollback();
        }

        // Then
        awaitNoWork();
        assertThat(doneOf(words)).isEqualTo("200");
        for (UUID session : sessions) {
            assertThat(database().rows("""
                    select coding_revision from coded_session where session_id = '%s' order by seq""", session)).containsExactly("1", "2");
        }
    }

    @Test
    void wordsAreShownAsRuledAtOnce() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);

        given().auth()
                .oauth2(TestIssuer.tokenOf("clinic"))
                .contentType("application/json")
                .body(Map.of("verbatim", "nil itch, " + words))
                .post("/codings")
                .then()
                .statusCode(200)
                .body("events[0].term", is("dizziness"))
                .body("events[0].method", is("RULING"))
                .body("events[0].confidence", is(1.0f));
    }

    @Test
    void aRulingWhoseTermVanishedStaysAndItsWordsAwaitReview() throws SQLException {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        database().execute("""
                insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                values ('\\x%s', 1, '{a-term-of-yesterday}', 'somebody else', now(), 1, 1)""".formatted(TestWordKeys.of(words).hex()));
        awaitNoWork();

        assertThat(reviewed(words)).containsEntry("revision", 1);
        given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/reviews/" + TestWordKeys.of(words).hex())
                .then()
                .body("ruling.needsRevision", is(true));
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200).header("ETag", "\"2\"");
        assertThat(terms(line.awaitCoded(id, 2).getLast())).containsExactly("dizziness");
    }

    @Test
    void rulingsGoFromSiteToSite() {
        String there = "imported " + words;
        String lines = """
                {"words": "%s", "terms": ["dizziness"], "reason": "so we say", "who": "ann", "decidedAt": "2026-01-02T03:04:05Z", "origin": "south"}
                {"words": "%s", "terms": ["dizzyness"], "reason": "", "who": "ann", "decidedAt": "soon", "origin": "south"}
                no json
                {"words": "x%s", "notAnEvent": true, "reason": "a ward", "who": "ann", "decidedAt": "2026-01-02T03:04:05Z", "origin": "south"}
                """.formatted(there, there, there);
        line.report(Reports.of(id, 1, event(there)));
        line.awaitCoded(id, 1);

        String[] answers = importing(lines, "").split("\n");

        assertThat(answers).hasSize(4);
        assertThat(answers[0]).contains("\"line\":1", "\"status\":201", "\"sessionsAffected\":1");
        assertThat(answers[1]).contains("\"line\":2", "\"status\":400", "decidedAt", "terms[0]", "reason");
        assertThat(answers[2]).contains("\"line\":3", "\"status\":400");
        assertThat(answers[3]).contains("\"line\":4", "\"status\":201");
        assertThat(terms(line.awaitCoded(id, 2).getLast())).containsExactly("dizziness");
        String exported = given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/rulings/export")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(exported.lines().filter(one -> one.contains("\"" + there + "\"")))
                .singleElement()
                .satisfies(one ->
                        assertThat(one).contains("\"who\":\"ann\"", "\"origin\":\"south\"", "2026-01-02T03:04:05Z"));
        assertThat(importing(lines.lines().findFirst().orElseThrow(), "")).contains("\"status\":200");
    }

    /** What officers write is in the clear and stays, and leaves with the file of rulings. */
    @Test
    void aReasonThatNamesSomebodyIsRefusedAndNotSaidAgain() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        Response refused =
                put(words, "{\"notAnEvent\": true, \"reason\": \"Mrs Titania, titania@example.org, says so\"}");

        refused.then()
                .statusCode(422)
                .body("violations.field", contains("reason"))
                .body("violations.message", contains(endsWith("found what looks like a name, an e-mail address")));
        assertThat(refused.asString()).doesNotContain("Titania", "titania");
    }

    @Test
    void aReasonKeepsItsLines() throws Exception {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        put(words, "{\"terms\": [\"nausea\"], \"reason\": \"Said:\\r\\n\\r\\n- by two nurses\\r\\n\"}")
                .then()
                .statusCode(200)
                .body("reason", is("Said:\n\n- by two nurses"));

        assertThat(given().auth()
                        .oauth2(TestIssuer.tokenOf("auditor"))
                        .get("/rulings/export")
                        .asString()
                        .lines()
                        .filter(one -> one.contains("\"" + words + "\"")))
                .as("a line a ruling all the same")
                .singleElement()
                .satisfies(one -> assertThat(one).contains("\"reason\":\"Said:\\n\\n- by two nurses\""));
        put(words, "{\"terms\": [\"nausea\"], \"reason\": \"Said by Mrs\\nTitania Smith\"}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("reason"));
    }

    /** Of before it was refused: rulings on such words, and such reasons, stay and do not leave. */
    @Test
    void whatNamesSomebodyStaysBehindWhenRulingsGoToAnotherSite() throws SQLException {
        String telling = words + " mrn 7788991";
        for (String ruled : List.of(words, telling)) {
            database().execute("""
                    insert into words (key, words) values ('\\x%1$s', '%2$s') on conflict do nothing;
                    with made as (insert into ruling (key, revision, terms, who, decided_at, sessions, depth)
                                  values ('\\x%1$s', 1, '{nausea}', 'ann', now(), 0, 1) returning seq)
                    insert into ruling_reason (seq, reason) select seq, 'Mrs Titania says so' from made
                    """.formatted(TestWordKeys.of(ruled).hex(), ruled));
        }

        Response exported = given().auth().oauth2(TestIssuer.tokenOf("auditor")).get("/rulings/export");

        assertThat(Integer.parseInt(exported.header("Dripline-Kept-Back"))).isPositive();
        assertThat(exported.asString()).doesNotContain("Titania", "7788991");
        assertThat(exported.asString().lines().filter(one -> one.contains("\"" + words + "\"")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("\"reason\":\"Mrs *** says so\""));
        assertThat(importing("""
                {"words": "%s", "notAnEvent": true, "reason": "so we say", "who": "ann", "decidedAt": "2026-01-02T03:04:05Z", "origin": "south"}
                """.formatted(telling), ""))
                .contains("\"status\":422", "\"words\"")
                .doesNotContain("7788991");
    }

    @Test
    void anImportLeavesWhatWasRuledHere() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);
        rule(words, "\"terms\": [\"dizziness\"]").then().statusCode(200);
        String theirs = """
                {"words": "%s", "terms": ["nausea"], "reason": "so we say", "who": "ann", "decidedAt": "2026-01-03T03:04:05Z", "origin": "south"}
                """.formatted(words);

        assertThat(importing(theirs, "")).contains("\"status\":409");
        assertThat(importing(theirs, "?overwrite=true")).contains("\"status\":201");
        assertThat(history(false)).containsExactly("1 [dizziness]", "2 [nausea]");
    }

    @Test
    void refusesWhatIsNoDecision() {
        line.report(Reports.of(id, 1, event(words)));
        line.awaitCoded(id, 1);

        refused(422, "\"terms\": [\"dizzyness\"]", "terms[0]")
                .body("violations[0].message", containsString("dizziness"));
        refused(422, "\"terms\": []", "terms");
        refused(422, "\"notAnEvent\": false", "terms");
        refused(422, "\"notAnEvent\": true, \"terms\": [\"nausea\"]", "notAnEvent");
        refused(400, "\"terms\": \"nausea\"", "terms");
        refused(400, "\"terms\": [5]", "terms[0]");
        refused(400, "\"notAnEvent\": \"yes\"", "notAnEvent");
        refused(400, "\"terms\": [\"nausea\"], \"who\": \"me\"", "who");
        put(words, "{\"terms\": [\"nausea\"]}").then().statusCode(422).body("violations[0].field", is("reason"));
        put(words, "{\"terms\": [\"nausea\"], \"reason\": \" \"}").then().statusCode(422);
        put(words, "{\"terms\": [\"nausea\"], \"reason\": \"\\u0000\"}").then().statusCode(422);
        put(words, "{\"terms\": [\"nausea\"], \"reason\": \"%s\"}".formatted("x".repeat(501)))
                .then()
                .statusCode(422);
        put(words, "").then().statusCode(422);
        put(words, "[]").then().statusCode(400);
        put("never reported " + words, "{\"terms\": [\"nausea\"], \"reason\": \"x\"}")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        assertThat(history(false)).isEmpty();
    }

    @Test
    void namesUnknownParameters() {
        for (String path : List.of(
                "/reviews?clinic=x", "/rulings?foo=1", "/rulings/export?foo=1", "/recoding?foo=1", "/terms?foo=1")) {
            given().auth()
                    .oauth2(TestIssuer.tokenOf("safety-officer"))
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations", hasSize(1))
                    .body("violations[0].message", startsWith("unknown parameter; "));
        }
        for (String path : List.of(
                "/reviews?limit=0",
                "/reviews?limit=x",
                "/reviews?after=x",
                "/rulings?after=x",
                "/rulings?current=maybe",
                "/reviews?limit=1&limit=2")) {
            given().auth()
                    .oauth2(TestIssuer.tokenOf("safety-officer"))
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("violations", hasSize(1));
        }
    }

    private ValidatableResponse refused(int status, String decision, String field) {
        return rule(words, decision)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.field", hasItems(field));
    }

    private static String importing(String lines, String query) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/rulings/import" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response rule(String words, String decision) {
        return put(words, "{%s, \"reason\": \"so the nurses say\"}".formatted(decision));
    }

    private static Response ruleIf(String etag, String words, String decision) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{%s, \"reason\": \"so the nurses say\"}".formatted(decision))
                .put("/reviews/" + TestWordKeys.of(words).hex() + "/ruling");
    }

    private static Response put(String words, String body) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .body(body)
                .put("/reviews/" + TestWordKeys.of(words).hex() + "/ruling");
    }

    private static Map<String, Object> reviewed(String words) {
        return queue(200).stream()
                .filter(item -> words.equals(item.get("words")))
                .findFirst()
                .orElse(null);
    }

    private static List<Map<String, Object>> queue(int limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = null;
        do {
            var request = given().auth().oauth2(TestIssuer.tokenOf("auditor")).queryParam("limit", limit);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/reviews")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return all;
    }

    /** Revisions about the words of this test. */
    private List<String> history(boolean current) {
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            var request = given().auth()
                    .oauth2(TestIssuer.tokenOf("auditor"))
                    .queryParam("limit", 3)
                    .queryParam("current", current);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/rulings")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<Map<String, Object>>getList("items").stream()
                    .filter(item -> TestWordKeys.of(words).hex().equals(item.get("review")))
                    .forEach(item -> found.add(item.get("revision") + " " + item.get("terms")));
            next = page.getString("next");
        } while (next != null);
        return found;
    }

    private String doneOf(String words) throws SQLException {
        return database()
                .rows(
                        "select done from recoding where key = '\\x%s'"
                                .formatted(TestWordKeys.of(words).hex()),
                        id)
                .getFirst();
    }

    private void awaitNoWork() {
        Line.patiently()
                .until(() -> database()
                        .rows("select id from recoding where finished_at is null", id)
                        .isEmpty());
    }

    private static List<String> terms(CodedSession session) {
        return session.events().stream()
                .flatMap(event -> event.codings().stream())
                .map(Coding::term)
                .toList();
    }

    private Database database() {
        return new Database(dataSource);
    }
}
