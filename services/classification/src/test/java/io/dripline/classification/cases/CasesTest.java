package io.dripline.classification.cases;

import static io.dripline.classification.session.Reports.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.session.Database;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.dripline.contracts.coding.CodedSession;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.session.AdverseEvent;
import io.dripline.contracts.session.ReportedSession;
import io.dripline.contracts.session.SessionAttributes;
import io.dripline.contracts.session.SessionStatus;
import io.dripline.counting.CellCount;
import io.dripline.counting.CountPatient;
import io.dripline.counting.CountedSession;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSurroundings
class CasesTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    /** Nobody else's. */
    private final String clinic = "clinic-" + UUID.randomUUID();

    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    @Test
    void listsASessionWithoutWhoAndWhen() {
        AdverseEvent vomited = event("vomited twice");
        ReportedSession report = session("p1", 1, "2026-11-16T09:00:00+11:00", vomited);
        reported(report);

        JsonPath page = cases("measure", "GI");

        assertThat(page.getList("items")).hasSize(1);
        assertThat(page.<String, Object>getMap("items[0]"))
                .containsEntry("week", "2026-W47")
                .containsEntry("clinic", clinic)
                .containsEntry("route", "INTRAVENOUS")
                .containsEntry("formulation", "UNSTATED")
                .containsEntry("regimen", "SINGLE")
                .containsEntry("doseBand", "FROM_0_5_TO_1")
                .containsEntry("course", 1)
                .containsEntry("affected", true)
                .containsEntry("sessions", List.of(report.id().toString()));
        assertThat(page.<String, Object>getMap("items[0].events[0]"))
                .containsEntry("words", "vomited twice")
                .containsEntry("awaitingReview", false);
        assertThat(page.<String, Object>getMap("items[0].events[0].codings[0]"))
                .containsEntry("category", "GI")
                .containsKeys("term", "method", "matched", "confidence", "vocabulary");
        assertThat(page.prettify()).doesNotContain(report.patient(), "2026-11-16");
    }

    /** By the safe harbour: of dates the year, no place, no id, no word. */
    @Test
    void exportsASessionWithoutWhatTheSafeHarbourLists() {
        ReportedSession report = session("p1", 1, "2023-12-31T09:00:00+11:00", event("vomited, qzxv brblfrk"));
        reported(report);
        reported(session("p2", 1, "2022-12-31T09:00:00+11:00", event("vomited")));

        var answer = given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .get("/cases/export?measure=GI&year=2023&limit=200");

        answer.then().statusCode(200);
        assertThat(answer.jsonPath().<Integer>getList("items.year"))
                .isNotEmpty()
                .containsOnly(2023);
        assertThat(answer.jsonPath().<List<String>>getList("items.events.flatten().codings.flatten().term"))
                .asString()
                .contains("vomiting");
        assertThat(answer.asString())
                .doesNotContain(
                        clinic,
                        report.id().toString(),
                        report.adverseEvents().getFirst().id().toString(),
                        report.patient(),
                        "2023-W",
                        "2023-12",
                        "qzxv",
                        "matched");
    }

    @ParameterizedTest
    @CsvSource({"clinic=clinic-north, 422, clinic", "from=2023-W01, 400, from", "year=23, 400, year"})
    void anExportIsNotNarrowerThanAYearOrThanAllClinics(String query, int status, String field) {
        given().auth()
                .oauth2(TestIssuer.tokenOf("auditor"))
                .get("/cases/export?" + query)
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }

    /** Line by line, as whoever wants to know the order would ask. Session n of the year has n events. */
    @Test
    void theOrderOfAnExportAndItsCursorsTellNoDate() {
        int last = 12;
        for (int n = 1; n <= last; n++) {
            reported(session(
                    "p" + Math.min(n, 11),
                    1,
                    "2015-%02d-15T09:00:00+11:00".formatted(n),
                    Stream.generate(() -> event("vomited")).limit(n).toArray(AdverseEvent[]::new)));
        }

        List<String> cursors = new ArrayList<>();
        List<Integer> order = exported(1, cursors);
        List<Integer> again = exported(1, new ArrayList<>());

        List<Integer> byStart = IntStream.rangeClosed(1, last).boxed().toList();
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(byStart)
                .isNotEqualTo(byStart)
                .isNotEqualTo(again);
        assertThat(exported(4, new ArrayList<>())).containsExactlyInAnyOrderElementsOf(byStart);
        assertThat(cursors)
                .hasSize(last - 1)
                .allSatisfy(cursor -> assertThat(
                                cursor + new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
                        .doesNotContain("2015"));
    }

    @Test
    void aCursorGoesOnWhereItWasGivenAlone() {
        reported(session("p1", 1, "2014-05-15T09:00:00+11:00", event("vomited")));
        reported(session("p2", 1, "2014-06-15T09:00:00+11:00", event("vomited")));
        String ofCases = cases("limit", "1").getString("next");
        String ofExport =
                as("auditor").get("/cases/export?year=2014&limit=1").jsonPath().getString("next");

        as("auditor").queryParam("after", ofCases).get("/cases").then().statusCode(200);
        as("auditor")
                .queryParam("after", ofExport)
                .get("/cases/export?year=2014")
                .then()
                .statusCode(200);
        for (String path : List.of(
                "/cases?after=" + ofExport,
                "/cases/export?after=" + ofCases,
                "/cases/export?year=2013&after=" + ofExport,
                "/cases/export?year=2014&unit=COURSE&after=" + ofExport)) {
            as("auditor").get(path).then().statusCode(400).body("violations.field", hasItem("after"));
        }
    }

    /** The lines of every cell are as many as counting has affected and possible exposures there. */
    @ParameterizedTest
    @CsvSource({"SESSION", "COURSE", "FIRST_COURSE"})
    void listsWhatCountingCounts(String unit) {
        List<ReportedSession> reports = List.of(
                session("p1", 1, "2026-11-14T09:00:00+11:00", event("vomited")),
                session("p1", 1, "2026-11-16T09:00:00+11:00", event("dizzy"), event("qzxv brblfrk")),
                session("p1", 1, "2026-11-24T09:00:00+11:00", event("dizzy")),
                session("p2", 1, "2026-11-17T09:00:00+11:00"),
                session("p3", 1, "2026-11-18T09:00:00+11:00", event("qzxv brblfrk")));
        List<CodedSession> coded = new ArrayList<>();
        reports.forEach(report -> coded.addAll(reported(report)));
        Map<Cell, CellCount> cells = new HashMap<>();
        var rule = new CountPatient(Measures.standard(), CountPatient.DEFAULT_COURSE_GAP);
        for (String patient : List.of("p1", "p2", "p3")) {
            rule.contributions(coded.stream()
                            .filter(one -> one.patient().equals(pseudonym(patient)))
                            .map(CountedSession::of)
                            .toList())
                    .forEach((cell, count) -> cells.merge(cell, count, CellCount::plus));
        }

        for (String measure : List.of("CNS", "GI", "ANY", "dizziness", "HEPATIC")) {
            for (String week : List.of("2026-W46", "2026-W47", "2026-W48")) {
                long affected = cells.entrySet().stream()
                        .filter(cell -> cell.getKey().unit().name().equals(unit)
                                && cell.getKey().week().toString().equals(week))
                        .mapToLong(cell -> cell.getValue().measure(measure).affected())
                        .sum();
                long possible = cells.entrySet().stream()
                        .filter(cell -> cell.getKey().unit().name().equals(unit)
                                && cell.getKey().week().toString().equals(week))
                        .mapToLong(cell -> cell.getValue().measure(measure).possible())
                        .sum();
                assertThat(cases("measure", measure, "unit", unit, "from", week, "to", week)
                                .getList("items"))
                        .as("%s %s", measure, week)
                        .hasSize((int) affected);
                assertThat(cases("measure", measure, "unit", unit, "from", week, "to", week, "possible", "true")
                                .getList("items"))
                        .as("%s %s possible", measure, week)
                        .hasSize((int) possible);
            }
        }
    }

    @Test
    void tellsThePatientsOfAListingApartAndNoFurther() {
        reported(session("p1", 1, "2026-11-14T09:00:00+11:00", event("vomited")));
        reported(session("p1", 1, "2026-11-24T09:00:00+11:00", event("vomited")));
        reported(session("p2", 1, "2026-11-17T09:00:00+11:00", event("vomited")));

        List<Map<String, Object>> one = all(1);
        List<Map<String, Object>> again = all(200);

        assertThat(one).extracting(line -> line.get("week")).containsExactly("2026-W46", "2026-W47", "2026-W48");
        assertThat(one).extracting(line -> line.get("course")).containsExactly(1, 1, 2);
        assertThat(one.get(0).get("patient"))
                .isEqualTo(one.get(2).get("patient"))
                .isNotEqualTo(one.get(1).get("patient"))
                .isNotEqualTo(again.get(0).get("patient"));
    }

    @Test
    void anyPastStateIsWhatWasStoredThen() throws SQLException {
        AdverseEvent vomited = event("vomited");
        ReportedSession first = session("p1", 1, "2026-11-16T09:00:00+11:00", vomited);
        reported(first);
        String beforeAmendment = now();
        report(amended(first, 2, SessionStatus.ACTIVE, "2026-11-26T09:00:00+11:00", vomited, event("dizzy")), 2);
        String beforeWithdrawal = now();
        report(amended(first, 3, SessionStatus.WITHDRAWN, "2026-11-26T09:00:00+11:00", vomited), 3);

        assertThat(cases("asOf", beforeAmendment).getList("items.week")).containsExactly("2026-W47");
        assertThat(cases("asOf", beforeAmendment).getList("items[0].events")).hasSize(1);
        assertThat(cases("asOf", beforeWithdrawal).getList("items.week")).containsExactly("2026-W48");
        assertThat(cases("asOf", beforeWithdrawal).getList("items[0].events")).hasSize(2);
        assertThat(cases().getList("items")).isEmpty();
        assertThat(cases("asOf", "2020-01-01T00:00:00Z").getList("items")).isEmpty();
        assertThat(cases("asOf", beforeAmendment, "from", "2026-W48").getList("items"))
                .isEmpty();
    }

    @Test
    void erasedWordsAreGoneFromEveryState() throws SQLException {
        ReportedSession report = session("p1", 1, "2026-11-16T09:00:00+11:00", event("vomited"));
        reported(report);

        new Database(dataSource).execute("delete from reported_text where session_id = '%s'".formatted(report.id()));

        assertThat(cases("measure", "GI").<String, Object>getMap("items[0].events[0]"))
                .containsEntry("words", null);
    }

    @ParameterizedTest
    @CsvSource({
        "measure, nonsense",
        "unit, VISIT",
        "route, BY_MOUTH",
        "doseBand, HIGH",
        "from, 2026-47",
        "to, 2026-W54",
        "asOf, yesterday",
        "after, x",
        "limit, 201",
        "patient, P-1",
        "possible, maybe"
    })
    void namesTheParameterThatIsWrong(String name, String value) {
        as("auditor")
                .queryParam(name, value)
                .get("/cases")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations.field", hasItem(name));
    }

    @Test
    void whereAPageEndsTellsNothingAndIsNobodysToMake() {
        reported(Reports.movedToAnother("clinic", Reports.of(UUID.randomUUID(), 1, Reports.event("nausea"))));
        reported(Reports.movedToAnother("clinic", Reports.of(UUID.randomUUID(), 1, Reports.event("nausea"))));

        String next =
                as("auditor").queryParam("limit", 1).get("/cases").jsonPath().getString("next");

        String read = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1);
        assertThat(next + read).doesNotContain("2026-11-22");
        as("auditor").queryParam("after", next).get("/cases").then().statusCode(200);
        for (String made : List.of(
                "2026-11-22_%s_5_2026-11-22T01:02:03Z".formatted(UUID.randomUUID()),
                (next.startsWith("A") ? "B" : "A") + next.substring(1),
                next.substring(4))) {
            as("auditor")
                    .queryParam("after", made)
                    .get("/cases")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("after"));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        as("auditor")
                .queryParams(Map.of("from", "2026-W47", "to", "2026-W46", "asOf", "2999-01-01T00:00:00Z"))
                .get("/cases")
                .then()
                .statusCode(422)
                .body("violations", hasSize(2));
    }

    @Test
    void clinicsSeeNoCases() {
        as("clinic").get("/cases").then().statusCode(403);
        as("safety-officer")
                .get("/cases")
                .then()
                .statusCode(200)
                .body("items.size()", is(org.hamcrest.Matchers.any(Integer.class)));
        given().get("/cases").then().statusCode(401);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.tokenOf(role));
    }

    private JsonPath cases(String... parameters) {
        RequestSpecification request = as("auditor").queryParam("clinic", clinic);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/cases").then().statusCode(200).extract().jsonPath();
    }

    private List<Map<String, Object>> all(int limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        JsonPath page = cases("limit", Integer.toString(limit));
        all.addAll(page.getList("items"));
        while (page.getString("next") != null) {
            page = cases("limit", Integer.toString(limit), "after", page.getString("next"));
            all.addAll(page.getList("items"));
        }
        return all;
    }

    /** How many events each line of 2015 has, page by page. */
    private static List<Integer> exported(int limit, List<String> cursors) {
        List<Integer> events = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request =
                    as("auditor").queryParam("year", 2015).queryParam("limit", limit);
            JsonPath page = (next == null ? request : request.queryParam("after", next))
                    .get("/cases/export")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<List<Object>>getList("items.events").forEach(line -> events.add(line.size()));
            next = page.getString("next");
            if (next != null) {
                cursors.add(next);
            }
        } while (next != null);
        return events;
    }

    private List<CodedSession> reported(ReportedSession report) {
        return report(report, 1);
    }

    private List<CodedSession> report(ReportedSession report, int states) {
        line.report(report);
        return line.awaitCoded(report.id(), states);
    }

    private static String now() {
        return Instant.now().toString();
    }

    private String pseudonym(String patient) {
        return "%032x".formatted((clinic + patient).hashCode());
    }

    private ReportedSession session(String patient, int version, String start, AdverseEvent... events) {
        ReportedSession like = Reports.of(UUID.randomUUID(), version, events);
        return new ReportedSession(
                like.schema(),
                like.id(),
                version,
                like.status(),
                clinic,
                pseudonym(patient),
                like.firstReceivedAt(),
                like.receivedAt(),
                startingAt(like.attributes(), start),
                like.adverseEvents());
    }

    private ReportedSession amended(
            ReportedSession like, int version, SessionStatus status, String start, AdverseEvent... events) {
        return new ReportedSession(
                like.schema(),
                like.id(),
                version,
                status,
                like.clinic(),
                like.patient(),
                like.firstReceivedAt(),
                like.receivedAt(),
                startingAt(like.attributes(), start),
                List.of(events));
    }

    private static SessionAttributes startingAt(SessionAttributes like, String start) {
        return new SessionAttributes(
                like.previouslyTreated(),
                OffsetDateTime.parse(start),
                like.endedAt(),
                like.route(),
                like.formulation(),
                like.indication(),
                like.plannedSessions(),
                like.plannedDose(),
                like.givenDose(),
                like.weightKg(),
                like.setting(),
                like.monitored(),
                like.premedication(),
                like.opioidMgMorphineEquivalentPerDay(),
                like.conditions(),
                like.ascertainment());
    }
}
