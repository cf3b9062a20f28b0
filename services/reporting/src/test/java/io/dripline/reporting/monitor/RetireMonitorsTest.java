package io.dripline.reporting.monitor;

import static io.dripline.reporting.monitor.MonitorDoors.get;
import static io.dripline.reporting.monitor.MonitorDoors.make;
import static io.dripline.reporting.monitor.MonitorDoors.retire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.PublishShares;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Shares;
import io.dripline.reporting.caller.ProblemExample;
import io.dripline.reporting.monitor.Monitors.Judged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officers retire monitors; what they spent stays spent. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RetireMonitorsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Jdbi jdbi;

    @Inject
    Monitors monitors;

    @Test
    void aRetiredMonitorStaysListedAndIsJudgedNoMore() {
        String clinic = "retired-" + UUID.randomUUID();
        String id = make("ada", """
                        {"baseline": "table9-cns", "unit": "FIRST_COURSE", "startWeek": "2026-W30", \
                        "cohort": {"clinic": "%s"}, "alphaShare": 0.00001}""".formatted(clinic)).jsonPath().getString("id");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/api/comparisons").getList("monitor")).contains(id));

        retire("bo", id, "{\"reason\": \"The clinic closed.\"}").statusCode(200).body("status", equalTo("RETIRED"));

        JsonPath retired = get("/api/monitors/" + id);
        assertThat(retired.getList("history.step")).containsExactly("MADE", "RETIRED");
        assertThat(retired.getString("history[1].by")).isEqualTo("bo");
        assertThat(retired.getString("history[1].reason")).isEqualTo("The clinic closed.");
        assertThat(get("/api/monitors").getString("find { it.id == '%s' }.status".formatted(id)))
                .isEqualTo("RETIRED");
        assertThat(get("/api/comparisons").getList("monitor")).doesNotContain(id);
        PublishShares.inOneTransaction(Shares.share(1, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 140, 60));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/api/alerts").getList("monitor")).contains("table9-cns@" + clinic));
        assertThat(get("/api/alerts").getList("monitor")).doesNotContain(id);
    }

    /** Whoever judges has read it before it was retired, and marks it before it alerts. */
    @Test
    void whoJudgesAMonitorThatWasRetiredMeanwhileIsTold() {
        String id = make("ada", """
                        {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.00001, \
                        "cohort": {"clinic": "clinic-meanwhile"}}""").jsonPath().getString("id");
        Judged judged = new Judged(id, IsoWeek.parse("2026-W40"), 1);
        String going = make("ada", """
                        {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.00001, \
                        "cohort": {"clinic": "clinic-going-on"}}""").jsonPath().getString("id");
        Judged other = new Judged(going, IsoWeek.parse("2026-W41"), -1);
        Set<String> active = jdbi.withHandle(handle -> monitors.judged(handle, List.of(judged, other)));
        retire("ada", id, "{\"reason\": \"Not needed.\"}").statusCode(200);

        Set<String> stillActive = jdbi.withHandle(handle -> monitors.judged(handle, List.of(judged, other)));

        assertThat(active).containsExactlyInAnyOrder(id, going);
        assertThat(stillActive).containsExactly(going);
        assertThat(jdbi.withHandle(handle -> monitors.find(handle, id)).orElseThrow())
                .satisfies(monitor -> assertThat(monitor.firstCountedWeek()).hasToString("2026-W40"))
                .satisfies(monitor -> assertThat(monitor.supLnE()).isEqualTo(1));
    }

    @Test
    void retiringGivesNothingBack() {
        String id = make("ada", """
                        {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.0002, \
                        "cohort": {"clinic": "clinic-gone"}}""").jsonPath().getString("id");
        double left = get("/api/monitors/shares").getDouble("officers.left");

        retire("ada", id, "{\"reason\": \"Not needed.\"}").statusCode(200);

        assertThat(get("/api/monitors/shares").getDouble("officers.left")).isEqualTo(left);
    }

    @Test
    void retiringTwiceIsAConflictUnlessItIsTheSameAgain() {
        String id = make("ada", """
                        {"baseline": "text-any", "unit": "SESSION", "alphaShare": 0.00001, \
                        "cohort": {"clinic": "clinic-twice"}}""").jsonPath().getString("id");
        retire("ada", id, "{\"reason\": \"Once.\"}").statusCode(200);

        retire("ada", id, "{\"reason\": \"Once.\"}").statusCode(200).body("history", hasSize(2));
        retire("bo", id, "{\"reason\": \"Once.\"}")
                .statusCode(409)
                .contentType(containsString(ProblemExample.TYPE))
                .body("detail", containsString("ada"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | reason",
                "{'reason': ''} | 422 | reason",
                "{'reason': 3} | 400 | reason",
                "{'reason': 'why', 'colour': 1} | 400 | colour"
            })
    void retiringNeedsAReason(String body, int status, String fields) {
        retire("ada", "table9-cns", body.replace('\'', '"'))
                .statusCode(status)
                .contentType(containsString(ProblemExample.TYPE))
                .body("violations.field", containsInAnyOrder(fields.split(" ")));
    }
}
