package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PastDoor.Question;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A default monitor whose figure is words, from counting in vain to its alert. */
@QuarkusTest
@TestProfile(WaitingMonitorsTest.OwnServers.class)
class WaitingMonitorsTest {

    /** The other tests have the default monitors wait. */
    public static final class OwnServers implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void theFirstNullStartsThemFromThatWeekOnAndLaterOnesAreForLaterMonitors() {
        String week = IsoWeek.of(LocalDate.now(ZoneOffset.UTC)).toString();
        PublishShares.inOneTransaction(hepatic(1, "2026-W30", "clinic-a", 100, 50));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(comparison("table9-hepatic@clinic-a").getString("exposed"))
                    .isEqualTo("100");
            assertThat(comparison("table9-hepatic").getString("affected")).isEqualTo("50");
        });
        assertThat(comparison("table9-hepatic@clinic-a").getString("verdict")).isEqualTo("CANNOT_ASSESS");

        Instant before = Instant.now();
        give("0.002", "CHECKLIST", "course");

        for (String id : List.of("table9-hepatic", "table9-hepatic@clinic-a")) {
            JsonPath monitor = get("/api/monitors/" + id);
            assertThat(monitor.getString("status")).isEqualTo("ACTIVE");
            assertThat(monitor.getDouble("p0")).isEqualTo(0.002);
            assertThat(monitor.getString("startWeek")).isEqualTo(week);
            assertThat(monitor.getList("history.step")).containsExactly("MADE", "NULL_GIVEN");
            assertThat(monitor.getString("history[1].by")).isEqualTo("ada");
            assertThat(monitor.getString("history[1].reason")).isEqualTo("Our registry.");
            assertThat((Object) monitor.get("history[0].startWeek")).isNull();
            assertThat(monitor.getList("history.nullRevision")).containsExactly(null, 1);
            assertThat(monitor.getString("nullStates.ascertainment")).isEqualTo("CHECKLIST");
            assertThat(monitor.getString("nullStates.window")).isEqualTo("course");
            // Half were affected, but before there was a null.
            assertThat(comparison(id).getLong("exposed")).isZero();
        }
        assertThat(get("/api/monitors/table9-urogenital").getString("status"))
                .as("another figure's")
                .isEqualTo("WAITING_FOR_NULL");

        CellShare few = hepatic(1, 2, week, "clinic-a", 5, 0);
        PublishShares.inOneTransaction(few);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(comparison("table9-hepatic@clinic-a").getLong("exposed"))
                                .isEqualTo(5));
        PastDoor.record(Question.THEN, few);
        String path = "/api/comparisons?asOf=" + Instant.now();
        List<String> saidThen = comparison("table9-hepatic@clinic-a").getList("promiseRemarks");
        for (String id : List.of("table9-hepatic", "table9-hepatic@clinic-a")) {
            for (JsonPath said : List.of(get("/api/comparisons"), get(path))) {
                JsonPath comparison = said.setRootPath("find { it.monitor == '%s' }".formatted(id));
                assertThat(comparison.getString("verdict")).isEqualTo("TOO_FEW");
                assertThat(comparison.getString("promise")).isEqualTo("NONE");
                assertThat(comparison.getList("promiseRemarks", String.class))
                        .first()
                        .asString()
                        .contains("a null chosen after the fact");
                assertThat(comparison.getString("nullStates.window")).isEqualTo("course");
                assertThat(comparison.getList("promiseRemarks", String.class))
                        .contains(
                                "The source does not state how events were ascertained; the officer who set the null states CHECKLIST.",
                                "The source does not state the time over which events were counted; the officer who set the null states course.");
            }
        }
        assertThat(get("/api/comparisons?asOf=" + before)
                        .getMap("find { it.monitor == 'table9-hepatic' }.nullStates")
                        .values())
                .as("before it was given")
                .containsOnlyNulls();

        PublishShares.inOneTransaction(hepatic(1, 3, week, "clinic-a", 40, 10));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/alerts").getList("monitor"))
                        .contains("table9-hepatic", "table9-hepatic@clinic-a"));
        JsonPath alert = get("/api/alerts").setRootPath("find { it.monitor == 'table9-hepatic@clinic-a' }");
        assertThat(alert.getLong("exposed")).isEqualTo(40);
        assertThat(alert.getString("highSinceWeek")).isEqualTo(week);
        assertThat(alert.getString("promise")).isEqualTo("NONE");
        JsonPath evidence = get("/api/alerts/" + alert.getString("id"));
        assertThat(evidence.getString("evidence.nullAscertainment")).isEqualTo("CHECKLIST");
        assertThat(evidence.getString("evidence.nullWindow")).isEqualTo("course");
        assertThat(comparison("table9-hepatic@clinic-a").getString("verdict")).isEqualTo("EXCEEDS");

        give("0.3", "SPONTANEOUS", null);

        assertThat(get("/api/monitors/table9-hepatic@clinic-a").getDouble("p0")).isEqualTo(0.002);
        assertThat(get("/api/monitors/table9-hepatic@clinic-a").getList("history"))
                .hasSize(2);
        assertThat(get("/api/monitors/table9-hepatic@clinic-a").getString("nullStates.ascertainment"))
                .as("it keeps the null that it has")
                .isEqualTo("CHECKLIST");
        for (String asOf : List.of(path, "/api/comparisons?asOf=" + Instant.now())) {
            JsonPath replayed = get(asOf).setRootPath("find { it.monitor == 'table9-hepatic@clinic-a' }");
            assertThat(replayed.getString("nullStates.ascertainment")).isEqualTo("CHECKLIST");
            assertThat(replayed.getString("nullStates.window")).isEqualTo("course");
            assertThat(replayed.getList("promiseRemarks", String.class))
                    .as("counted again once another null is in force, as it was said then")
                    .containsAll(saidThen);
        }
        assertThat(get(path)
                        .setRootPath("find { it.monitor == 'table9-hepatic@clinic-a' }")
                        .getList("promiseRemarks", String.class))
                .isEqualTo(saidThen);
        PublishShares.inOneTransaction(hepatic(2, week, "clinic-b", 10, 1));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/api/monitors").getList("id")).contains("table9-hepatic@clinic-b"));
        JsonPath later = get("/api/monitors/table9-hepatic@clinic-b");
        assertThat(later.getDouble("p0")).isEqualTo(0.3);
        assertThat(later.getString("nullStates.ascertainment")).isEqualTo("SPONTANEOUS");
        assertThat((Object) later.get("nullStates.window")).isNull();
        assertThat(later.getList("history.nullRevision")).containsExactly(2);
        assertThat((Object) later.get("startWeek")).as("from its beginning").isNull();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                comparison("table9-hepatic@clinic-b").getString("promise"))
                        .as("of a monitor that was made with its null, while no session is counted whose week is open")
                        .isEqualTo("HOLDS"));
    }

    private static CellShare hepatic(int shard, String week, String clinic, long exposed, long affected) {
        return hepatic(shard, 1, week, clinic, exposed, affected);
    }

    private static CellShare hepatic(int shard, int revision, String week, String clinic, long exposed, long affected) {
        Cell cell = Shares.cell(Unit.FIRST_COURSE, week, clinic);
        return Shares.share(shard, revision, cell, exposed, 0, Map.of("ANY", affected, "HEPATIC", affected));
    }

    private static void give(String p0, String ascertainment, @Nullable String window) {
        given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", "ada"), "safety-officer"))
                .contentType("application/json")
                .body("{\"p0\": %s, \"ascertainment\": \"%s\", \"window\": %s, \"reason\": \"Our registry.\"}"
                        .formatted(p0, ascertainment, window == null ? null : '"' + window + '"'))
                .put("/api/baselines/table9-hepatic/null")
                .then()
                .statusCode(200);
    }

    private static JsonPath comparison(String monitor) {
        return get("/api/comparisons").setRootPath("find { it.monitor == '%s' }".formatted(monitor));
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
