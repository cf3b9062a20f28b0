package io.dripline.classification.counts;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.counts.RandomCodings.Stored;
import io.dripline.classification.session.Database;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.dripline.counting.PatientSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestSurroundings
class CountsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    /** Nobody else's. */
    private final String clinic = "clinic-" + UUID.randomUUID();

    /** Nobody else's words, which await review. */
    private final String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";

    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    /** Of the states that count, incidence keeps the highest of each session and counts by the same functions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsWhatIncidenceCounts(long seed) throws Exception {
        RandomCodings history = new RandomCodings(clinic, 40, 4, seed);
        history.storeIn(dataSource);

        Map<Cell, CellCount> counted = cells(counts());

        assertThat(counted).isEqualTo(expected(history, state -> true)).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void countsWhatIncidenceHadCountedThen(long seed) throws Exception {
        RandomCodings history = new RandomCodings(clinic, 30, 3, seed);
        history.storeIn(dataSource);
        Random random = new Random(seed);
        Instant asOf = RandomCodings.someCodingTime(random);
        Instant receivedUntil = RandomCodings.someReceiptTime(random);

        Map<Cell, CellCount> then = cells(counts("asOf", asOf.toString()));
        Map<Cell, CellCount> received = cells(counts("receivedUntil", receivedUntil.toString()));
        Map<Cell, CellCount> both = cells(counts("asOf", asOf.toString(), "receivedUntil", receivedUntil.toString()));

        Predicate<Stored> coded = state -> !state.codedAt().isAfter(asOf);
        Predicate<Stored> reached = state -> !state.session().firstReceivedAt().isAfter(receivedUntil);
        assertThat(then).isEqualTo(expected(history, coded));
        assertThat(received).isEqualTo(expected(history, reached));
        assertThat(both)
                .isEqualTo(expected(history, coded.and(reached)))
                .isNotEqualTo(then)
                .isNotEqualTo(received);
    }

    /** A backlog: received long ago, and first coded only after what was known by then. */
    @Test
    void countsOnlySessionsThatWereKnownInWhateverStateTheyAreNow() throws Exception {
        RandomCodings history = new RandomCodings(clinic, 40, 3, 11);
        history.storeIn(dataSource);
        Instant storedUntil = RandomCodings.someCodingTime(new Random(11));

        Map<Cell, CellCount> known = cells(counts("storedUntil", storedUntil.toString()));

        Set<UUID> sessions = history.all().stream()
                .filter(state -> !state.codedAt().isAfter(storedUntil))
                .map(state -> state.session().id())
                .collect(Collectors.toSet());
        assertThat(known)
                .isEqualTo(expected(
                        history, state -> sessions.contains(state.session().id())))
                .isNotEqualTo(expected(history, state -> !state.codedAt().isAfter(storedUntil)))
                .isNotEqualTo(expected(history, state -> true));
    }

    /** More sessions of one patient than are read at once, and patients before and after it. */
    @Test
    void countsPatientsWholeHoweverManySessionsTheyHave() throws Exception {
        RandomCodings one = new RandomCodings(clinic, 1, 2_100, 7);
        one.storeIn(dataSource);

        Map<Cell, CellCount> counted = cells(counts("unit", "COURSE"));

        assertThat(counted)
                .isEqualTo(expected(one, state -> true).entrySet().stream()
                        .filter(cell -> cell.getKey().unit() == Unit.COURSE)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void answersOnlyWhatIsAskedFor() throws Exception {
        RandomCodings history = new RandomCodings(clinic, 40, 3, 8);
        history.storeIn(dataSource);

        JsonNode counts = counts(
                "unit", "COURSE", "measures", "CNS,nausea", "route", "ORAL", "from", "2027-W01", "to", "2027-W02");

        Map<Cell, CellCount> all = expected(history, state -> true);
        Map<Cell, CellCount> asked = new HashMap<>();
        all.forEach((cell, count) -> {
            if (cell.unit() == Unit.COURSE
                    && cell.route().equals("ORAL")
                    && cell.week().compareTo(IsoWeek.parse("2027-W01")) >= 0
                    && cell.week().compareTo(IsoWeek.parse("2027-W02")) <= 0) {
                Map<String, MeasureCount> measures = new HashMap<>(count.measures());
                measures.keySet().retainAll(Set.of("CNS", "nausea"));
                asked.put(cell, new CellCount(count.exposed(), count.awaiting(), count.replaced(), measures));
            }
        });
        assertThat(cells(counts)).isEqualTo(asked).isNotEmpty();
    }

    /** From one time to the one before: no state in between is passed over. */
    @Test
    void tellsWhenTheLastOfWhatCountsWasCoded() throws Exception {
        RandomCodings history = new RandomCodings(clinic, 5, 3, 12);
        history.storeIn(dataSource);
        List<Instant> expected = history.all().stream()
                .map(Stored::codedAt)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();

        List<Instant> told = new ArrayList<>();
        JsonNode last = counts().get("lastCodedAt");
        while (!last.isNull()) {
            told.add(Instant.parse(last.asText()));
            last = counts("asOf", told.getLast().minusNanos(1_000).toString()).get("lastCodedAt");
        }

        assertThat(told).isEqualTo(expected).hasSizeGreaterThan(15);
        String before = RandomCodings.someReceiptTime(new Random(12)).toString();
        Instant lastReceivedBefore = history.all().stream()
                .filter(state -> !state.session().firstReceivedAt().isAfter(Instant.parse(before)))
                .map(Stored::codedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(counts("receivedUntil", before).get("lastCodedAt").asText())
                .isEqualTo(lastReceivedBefore.toString());
    }

    /** What the service itself stored: first coded, ruled on, amended, withdrawn. */
    @Test
    void everyStateOfASessionCountsAtItsTime() throws Exception {
        AdverseEvent awaiting = event(words);
        ReportedSession first = ofClinic(Reports.of(UUID.randomUUID(), 1, awaiting));
        String beforeAll = now();
        report(first, 1);
        String awaited = now();
        rule("dizziness");
        line.awaitCoded(first.id(), 2);
        String ruled = now();
        report(ofClinic(Reports.of(first.id(), 2, awaiting, event("vomited"))), 3);
        String amended = now();
        report(ofClinic(Reports.of(first.id(), 3, SessionStatus.WITHDRAWN, awaiting)), 4);

        assertThat(session("asOf", beforeAll)).isEmpty();
        assertThat(session("asOf", awaited)).isEqualTo(Map.of("exposed", 1, "CNS", "0 1", "GI", "0 1"));
        assertThat(session("asOf", ruled)).isEqualTo(Map.of("exposed", 1, "CNS", "1 1", "GI", "0 0"));
        assertThat(session("asOf", amended)).isEqualTo(Map.of("exposed", 1, "CNS", "1 1", "GI", "1 1"));
        assertThat(session()).isEmpty();
        String received = Reports.FIRST_RECEIVED.toString();
        assertThat(session("asOf", amended, "receivedUntil", received))
                .isEqualTo(session("asOf", amended))
                .isNotEmpty();
        assertThat(session(
                        "asOf",
                        amended,
                        "receivedUntil",
                        Reports.FIRST_RECEIVED.minusNanos(1_000).toString()))
                .isEmpty();
    }

    @Test
    void countsNothingAgainThatHasNotChanged() throws Exception {
        RandomCodings history = new RandomCodings(clinic, 2, 2, 9);
        history.storeIn(dataSource);
        String longAfter = Instant.now().plusSeconds(60).toString();

        assertThat(ask("codedAfter", "2026-11-01T00:00:00Z").statusCode()).isEqualTo(200);
        assertThat(ask("codedAfter", longAfter).statusCode()).isEqualTo(304);

        // What is being stored while somebody asks has an earlier time and is seen later.
        new RandomCodings(clinic, 1, 1, 10).storeIn(dataSource);
        new Database(dataSource).execute("""
                insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes,
                       events, first_received_at, received_at, coded_at, vocabulary)
                select gen_random_uuid(), 1, 1, status, clinic, patient, attributes, events, first_received_at,
                       received_at, clock_timestamp() - interval '15 s', vocabulary
                from coded_session where clinic = '%s' limit 1""".formatted(clinic));
        assertThat(ask("codedAfter", now()).statusCode()).isEqualTo(200);
        assertThat(ask("codedAfter", now(), "receivedUntil", "2026-10-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit | VISIT",
                "measures | CNS,nonsense",
                "measures | CNS,",
                "route | BY_MOUTH",
                "from | 2026-47",
                "asOf | yesterday",
                "receivedUntil | 1899-01-01T00:00:00Z",
                "codedAfter | now",
                "measure | CNS"
            })
    void namesTheParameterThatIsWrong(String name, String value) {
        as("auditor")
                .queryParam(name, value)
                .get("/counts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations.field", hasItem(name));
    }

    @Test
    void refusesWhatCannotBe() {
        as("auditor")
                .queryParams(Map.of("from", "2026-W47", "to", "2026-W46", "asOf", "2999-01-01T00:00:00Z"))
                .get("/counts")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("from", "asOf"));
    }

    private Map<Cell, CellCount> expected(RandomCodings history, Predicate<Stored> counts) {
        CountPatient rule = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        Map<Cell, CellCount> cells = new HashMap<>();
        history.all().stream()
                .filter(counts)
                .map(state -> CountedSession.of(state.session()))
                .collect(Collectors.groupingBy(CountedSession::patient))
                .values()
                .forEach(states -> rule.contributions(PatientSessions.of(states).latest())
                        .forEach((cell, count) -> cells.merge(cell, count, CellCount::plus)));
        return cells;
    }

    private static Map<Cell, CellCount> cells(JsonNode counts) {
        Map<Cell, CellCount> cells = new HashMap<>();
        for (JsonNode cell : counts.get("cells")) {
            CellCount count = new CellCount(
                    cell.get("exposed").asLong(),
                    cell.get("awaiting").asLong(),
                    cell.get("replaced").asLong(),
                    JSON.convertValue(cell.get("measures"), new TypeReference<Map<String, MeasureCount>>() {}));
            assertThat(cells.put(JSON.convertValue(cell.get("cell"), Cell.class), count))
                    .isNull();
        }
        return cells;
    }

    /** The one session's counts, affected and possible of the two measures; empty where nothing is counted. */
    private Map<String, Object> session(String... parameters) throws IOException {
        Map<Cell, CellCount> cells = cells(counts(parameters));
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().unit() == Unit.SESSION)
                .map(Map.Entry::getValue)
                .findFirst()
                .<Map<String, Object>>map(count ->
                        Map.of("exposed", (int) count.exposed(), "CNS", text(count, "CNS"), "GI", text(count, "GI")))
                .orElse(Map.of());
    }

    private static String text(CellCount count, String measure) {
        return count.measure(measure).affected() + " " + count.measure(measure).possible();
    }

    private JsonNode counts(String... parameters) throws IOException {
        Response answer = ask(parameters);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return JSON.readTree(answer.asByteArray());
    }

    private Response ask(String... parameters) {
        RequestSpecification request = as("auditor").queryParam("clinic", clinic);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/counts");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.tokenOf(role));
    }

    private void report(ReportedSession report, int states) {
        line.report(report);
        line.awaitCoded(report.id(), states);
    }

    private void rule(String term) {
        as("safety-officer")
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"terms\": [\"%s\"], \"reason\": \"so the nurses say\"}".formatted(term))
                .put("/reviews/" + TestWordKeys.of(words).hex() + "/ruling")
                .then()
                .statusCode(200);
    }

    private ReportedSession ofClinic(ReportedSession like) {
        return new ReportedSession(
                like.schema(),
                like.id(),
                like.version(),
                like.status(),
                clinic,
                like.patient(),
                like.firstReceivedAt(),
                like.receivedAt(),
                like.attributes(),
                like.adverseEvents());
    }

    /** By the clock that stamps what is stored. */
    private String now() throws SQLException {
        return new Database(dataSource)
                .rows(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
                        UUID.randomUUID())
                .getFirst();
    }
}
