package io.dripline.reporting.monitor;

import static io.dripline.reporting.monitor.MonitorDoors.comparison;
import static io.dripline.reporting.monitor.MonitorDoors.get;
import static io.dripline.reporting.monitor.MonitorDoors.make;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.baseline.Baselines;
import io.dripline.reporting.caller.ProblemExample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officers make monitors. What each spends is small, for nothing of it comes back. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MakeMonitorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Jdbi jdbi;

    @Inject
    MakeMonitors makeMonitors;

    @Inject
    SpentShares spentShares;

    @Inject
    Baselines baselines;

    @Test
    void aMonitorIsMadeFromAFigureAndKeepsWhoMadeItAndWhen() {
        Response made = make("ada", """
                {"baseline": "table8-lumanauw-dizziness", "unit": "FIRST_COURSE", "startWeek": "2026-W40", \
                "cohort": {"route": "INTRAVENOUS", "doseBand": "ABOVE_1_TO_2", "clinic": "clinic-made"}, "alphaShare": 0.0001}""");

        assertThat(made.statusCode()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/api/monitors/" + id);
        JsonPath monitor = get("/api/monitors/" + id);
        assertThat(monitor.getString("measure")).isEqualTo("dizziness");
        assertThat(monitor.getString("status")).isEqualTo("ACTIVE");
        assertThat(monitor.getDouble("p0")).isEqualTo(0.25941004932933953);
        assertThat(monitor.getString("startWeek")).isEqualTo("2026-W40");
        assertThat(monitor.getMap("cohort"))
                .containsOnly(
                        Map.entry("route", "INTRAVENOUS"),
                        Map.entry("doseBand", "ABOVE_1_TO_2"),
                        Map.entry("clinic", "clinic-made"));
        assertThat(monitor.getString("createdBy")).isEqualTo("ada");
        assertThat(monitor.getString("createdAt")).isEqualTo(monitor.getString("history[0].at"));
        assertThat(get("/api/monitors").getList("id")).contains(id);
    }

    @Test
    void withoutAStartItCountsFromTheFirstWeekOfWhichNothingWasSeen() {
        IsoWeek unseen = UnseenWeek.at(Instant.now());
        Response made =
                make("ada", "{\"baseline\": \"table7-cheung-drowsiness\", \"unit\": \"COURSE\", \"alphaShare\": 1e-6}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(IsoWeek.parse(made.jsonPath().getString("startWeek")))
                .isBetween(unseen, UnseenWeek.at(Instant.now()));
        assertThat(made.jsonPath().getMap("cohort")).isEmpty();
    }

    /** On its Monday nothing of it was seen before that day. */
    @Test
    void thePresentWeekMayBeStatedAndCarriesNoPromise() {
        String clinic = "present-" + UUID.randomUUID();
        String id = make("ada", """
                        {"baseline": "table9-cns", "unit": "FIRST_COURSE", "startWeek": "%s", \
                        "cohort": {"clinic": "%s"}, "alphaShare": 0.00001}""".formatted(thisWeek(), clinic)).jsonPath().getString("id");

        PublishShares.inOneTransaction(
                Shares.share(1, 1, Shares.cell(Unit.SESSION, thisWeek().toString(), clinic), 7, 1),
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, thisWeek().toString(), clinic), 7, 1));

        boolean isMonday = LocalDate.now(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.MONDAY;
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath comparison = get("/api/comparisons").setRootPath("find { it.monitor == '%s' }".formatted(id));
            assertThat(comparison.getString("verdict")).isEqualTo("TOO_FEW");
            assertThat(comparison.getString("promise")).isEqualTo(isMonday ? "PROVISIONAL" : "NONE");
            assertThat(comparison.getList("promiseRemarks", String.class).stream()
                            .anyMatch(remark -> remark.contains("a start chosen after the fact")))
                    .isEqualTo(!isMonday);
        });
    }

    /** Of what was made a moment ago less is left than it took. Nothing of it stays. */
    @Test
    void whatWatchesTheSameIsToldBeforeWhatIsLeft() {
        jdbi.useTransaction(handle -> {
            double left = spentShares.leftForOfficers(handle).doubleValue();
            NewMonitor.Stated most = new NewMonitor(
                            "table9-cns",
                            "COURSE",
                            Map.of("clinic", "most-" + UUID.randomUUID()),
                            "2026-W40",
                            Math.floor(left * 0.75e6) / 1e6)
                    .read(baselines);
            assertThat(most.alphaShare()).isBetween(left / 2, left);

            MakeMonitors.Outcome first = makeMonitors.make(handle, most, "ada");
            MakeMonitors.Outcome again = makeMonitors.make(handle, most, "ada");

            assertThat(first)
                    .isInstanceOfSatisfying(
                            MakeMonitors.Outcome.Made.class,
                            made -> assertThat(again)
                                    .isEqualTo(new MakeMonitors.Outcome.Same(
                                            made.monitor().id())));
            handle.rollback();
        });
    }

    /** Figures' ids end in numbers too, so a default monitor of one may be called as an officer's of another. */
    @Test
    void anIdThatIsTakenIsPassedOver() {
        String body = """
                {"baseline": "table9-cns", "unit": "COURSE", "cohort": {"route": "%s"}, "alphaShare": 0.00001}""";
        String first = make("ada", body.formatted("ORAL")).jsonPath().getString("id");
        int number = Integer.parseInt(first.substring("table9-cns-".length()));
        String taken = "table9-cns-" + (number + 1);
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    insert into monitor (id, baseline, measure, unit, cohort, alpha_share, status, created_by)
                    values (?, 'table9-gi', 'GI', 'SESSION', '{"clinic": "nobody"}', 0.000001, 'RETIRED', 'dripline')
                    """, taken);
            StoredRules.add(handle, taken);
        });

        Response made = make("ada", body.formatted("INTRANASAL"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.jsonPath().getString("id")).isEqualTo("table9-cns-" + (number + 2));
        assertThat(made.jsonPath().getList("history.step")).containsExactly("MADE");
    }

    /** Words, a ratio, a figure that contradicts itself: an officer may still enter a number, with a reason. */
    @ParameterizedTest
    @CsvSource({"text-less-common-urinary-tract-infection", "table8-orhurhu-nausea", "table8-zekry-tiredness"})
    void aFigureWithoutANullMakesAMonitorThatWaits(String figure) {
        Response made = make(
                "ada", "{\"baseline\": \"%s\", \"unit\": \"FIRST_COURSE\", \"alphaShare\": 0.00001}".formatted(figure));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.jsonPath().getString("status")).isEqualTo("WAITING_FOR_NULL");
        assertThat((Object) made.jsonPath().get("p0")).isNull();
    }

    /** Nothing is published meanwhile, so nothing but its being made can have it judged. */
    @Test
    void isJudgedAtOnceOnWhatIsCounted() {
        String clinic = "made-" + UUID.randomUUID();
        PublishShares.inOneTransaction(
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60),
                Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W41", clinic), 7, 1));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(comparison("table9-cns@" + clinic).getString("exposed"))
                                .isEqualTo("147"));

        String id = make("ada", """
                        {"baseline": "table9-cns", "unit": "FIRST_COURSE", "startWeek": "2026-W41", \
                        "cohort": {"clinic": "%s"}, "alphaShare": 0.00001}""".formatted(clinic)).jsonPath().getString("id");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(comparison(id).getString("exposed")).isEqualTo("7"));
        assertThat(comparison(id).getLong("affected")).isOne();
        assertThat(comparison(id).getString("promiseRemarks")).contains("before it was made");
    }

    @Test
    void aNullThatIsGivenWhileAMonitorIsBeingMadeStartsIt() throws Exception {
        CompletableFuture<Response> given;
        String id;
        try (Handle making = jdbi.open()) {
            making.begin();
            NewMonitor.Stated stated = new NewMonitor.Stated(
                    baselines.get("summary-most-common-gastrointestinal"),
                    Unit.FIRST_COURSE,
                    Map.of("clinic", "clinic-early"),
                    null,
                    0.00001);
            MakeMonitors.Outcome outcome = makeMonitors.make(making, stated, "ada");
            assertThat(outcome).isInstanceOf(MakeMonitors.Outcome.Made.class);
            id = ((MakeMonitors.Outcome.Made) outcome).monitor().id();

            given = CompletableFuture.supplyAsync(MakeMonitorsTest::giveNull);
            await().atMost(PATIENCE).until(this::somebodyWaits);
            making.commit();
        }

        assertThat(given.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(get("/api/monitors/" + id).getString("status")).isEqualTo("ACTIVE");
        assertThat(get("/api/monitors/" + id).getList("history.step")).containsExactly("MADE", "NULL_GIVEN");
    }

    @Test
    void theSameMonitorIsNotMadeTwice() {
        String body = """
                {"baseline": "text-any", "unit": "SESSION", "startWeek": "2026-W44", "alphaShare": 0.00001, \
                "cohort": {"clinic": "clinic-same"}}""";
        String id = make("ada", body).jsonPath().getString("id");
        double left = get("/api/monitors/shares").getDouble("officers.left");

        Response again = make("ada", body);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.header("Location")).endsWith("/api/monitors/" + id);
        assertThat(get("/api/monitors/shares").getDouble("officers.left")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | alphaShare baseline unit",
                "{'baseline': 'table9-nothing', 'unit': 'SESSION', 'alphaShare': 0.01} | 422 | baseline",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0} | 422 | alphaShare",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': -0.01} | 422 | alphaShare",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 1e-7} | 422 | alphaShare",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.11} | 422 | alphaShare",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 1e400} | 422 | alphaShare",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'cohort': {'clinic': ' '}} | 422 | cohort.clinic",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'colour': 1} | 400 | colour",
                "{'baseline': 'table9-cns', 'unit': 'PATIENT', 'alphaShare': 0.01} | 400 | unit",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': '0.01'} | 400 | alphaShare",
                "{'baseline': 7, 'unit': 'SESSION', 'alphaShare': 0.01} | 400 | baseline",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'startWeek': '2026-W54'} | 400 | startWeek",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'startWeek': 'soon'} | 400 | startWeek",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'cohort': {'route': 'BY_POST', 'colour': 'red', 'week': '2026-W01'}} | 400 | cohort.route cohort.colour cohort.week",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'cohort': {'route': null}} | 400 | cohort.route",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'cohort': {'route': 3}} | 400 | cohort.route",
                "{'baseline': 'table9-cns', 'unit': 'SESSION', 'alphaShare': 0.01, 'cohort': []} | 400 | cohort"
            })
    void whatIsWrongIsNamed(String body, int status, String fields) {
        make("ada", body.replace('\'', '"'))
                .then()
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", containsInAnyOrder(fields.split(" ")));
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .mapTo(Boolean.class)
                .one());
    }

    private static Response giveNull() {
        return given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .body("{\"p0\": 0.05, \"reason\": \"Our registry.\"}")
                .put("/api/baselines/summary-most-common-gastrointestinal/null");
    }

    private static IsoWeek thisWeek() {
        return IsoWeek.of(LocalDate.now(ZoneOffset.UTC));
    }
}
