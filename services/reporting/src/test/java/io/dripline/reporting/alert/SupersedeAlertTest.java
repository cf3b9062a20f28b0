package io.dripline.reporting.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.Superseded;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert whose ground was taken away by corrections. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SupersedeAlertTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final Superseded CORRECTED = new Superseded(140, 8, -1.5);

    @Inject
    Jdbi jdbi;

    @Inject
    Alerts alerts;

    @Inject
    Judgements judgements;

    @Inject
    SupersedeAlert supersedeAlert;

    private final String clinic = "superseded-" + UUID.randomUUID();
    private String monitor;
    private Alert alert;

    @BeforeEach
    void anAlert() {
        alert = jdbi.inTransaction(handle -> {
            monitor = StoredAlerts.monitor(handle, clinic);
            Alert raised = StoredAlerts.raised(monitor, clinic, NOW);
            alerts.add(handle, raised);
            return raised;
        });
    }

    /** The monitor counts nothing, and judging everything would say so. */
    @AfterEach
    void retire() {
        jdbi.useHandle(handle -> handle.execute("update monitor set status = 'RETIRED' where id = ?", monitor));
    }

    @Test
    void keepsBothFiguresAndStandsNoMore() {
        judged(160, 9);
        assertThat(comparison().getString("verdict")).isEqualTo("EXCEEDS");

        StepOutcome outcome = supersedeAlert.supersede(alert.id(), CORRECTED);

        assertThat(outcome).isInstanceOf(StepOutcome.Taken.class);
        JsonPath detail = detail(alert.id());
        assertThat(detail.getString("state")).isEqualTo("SUPERSEDED");
        assertThat(detail.getInt("affected")).isEqualTo(60);
        assertThat(detail.getDouble("lnE")).isGreaterThan(Math.log(StoredAlerts.THRESHOLD));
        assertThat(detail.getMap("superseded"))
                .containsEntry("exposed", 140)
                .containsEntry("affected", 8)
                .containsEntry("lnE", -1.5f);
        assertThat(detail.getString("history[1].by")).isEqualTo("dripline");
        assertThat(detail.getString("history[1].reason")).contains("8 of 140", "-1.500", "6.215");
        assertThat(comparison().getString("verdict")).isEqualTo("TOO_FEW");
        assertThat(comparison().getDouble("alwaysValidP"))
                .as("what was reached before, was on wrong counts")
                .isOne();
    }

    @Test
    void aClosedAlertStandsUntilItIsSupersededAndCanThenBeClosedAgain() {
        judged(160, 9);
        step("assessment", 1, "{\"assessment\": \"CONFIRMED\", \"reason\": \"Seen.\"}");
        step("closure", 2, "{\"reason\": \"Done.\"}");
        assertThat(comparison().getString("verdict")).isEqualTo("EXCEEDS");

        supersedeAlert.supersede(alert.id(), CORRECTED);

        assertThat(comparison().getString("verdict")).isEqualTo("TOO_FEW");
        step("closure", 4, "{\"reason\": \"It was entered twice.\"}");
        assertThat(detail(alert.id()).getString("state")).isEqualTo("CLOSED");
        assertThat(detail(alert.id()).getInt("superseded.affected")).isEqualTo(8);
        assertThat(comparison().getString("verdict")).isEqualTo("TOO_FEW");
    }

    @Test
    void isSupersededOnce() {
        supersedeAlert.supersede(alert.id(), CORRECTED);

        StepOutcome again = supersedeAlert.supersede(alert.id(), CORRECTED);

        assertThat(again).isInstanceOf(StepOutcome.OutOfTurn.class);
        assertThat(detail(alert.id()).getInt("version")).isEqualTo(2);
    }

    @Test
    void figuresThatStillReachTheThresholdAreRefused() {
        assertThatThrownBy(() -> supersedeAlert.supersede(alert.id(), new Superseded(140, 50, 6.3)))
                .hasMessageContaining("expected less than 6.21");
        assertThat(supersedeAlert.supersede(UUID.randomUUID(), CORRECTED)).isInstanceOf(StepOutcome.Unknown.class);
        assertThat(detail(alert.id()).getInt("version")).isOne();
    }

    @Test
    void raisesAgainAtOnceWhatLaterSessionsHaveReached() {
        judged(300, 90);

        supersedeAlert.supersede(alert.id(), CORRECTED);

        List<Map<String, Object>> standing = alertsOfClinic();
        assertThat(standing).extracting(each -> each.get("state")).containsExactlyInAnyOrder("RAISED", "SUPERSEDED");
        Map<String, Object> again = standing.stream()
                .filter(each -> each.get("state").equals("RAISED"))
                .findFirst()
                .orElseThrow();
        assertThat(again)
                .containsEntry("exposed", 300)
                .containsEntry("affected", 90)
                .containsEntry("version", 1);
        assertThat(comparison().getString("verdict")).isEqualTo("EXCEEDS");
        assertThat(jdbi.withHandle(alerts::monitorsLatched)).contains(monitor);
    }

    @Test
    void theDatabaseRefusesASecondAlertThatStands() {
        assertThatThrownBy(() ->
                        jdbi.useTransaction(handle -> alerts.add(handle, StoredAlerts.raised(monitor, clinic, NOW))))
                .hasMessageContaining("latched_alert_pkey");

        supersedeAlert.supersede(alert.id(), CORRECTED);
        jdbi.useTransaction(handle -> alerts.add(handle, StoredAlerts.raised(monitor, clinic, NOW)));

        assertThatThrownBy(() ->
                        jdbi.useTransaction(handle -> alerts.add(handle, StoredAlerts.raised(monitor, clinic, NOW))))
                .hasMessageContaining("latched_alert_pkey");
    }

    /** The relay would publish it before the version that it follows. */
    @Test
    void theDatabaseRefusesAVersionWhoseTransactionIsOlderThanTheOneBefore() {
        Alert acknowledged = new NextStep.Acknowledge().after(alert, "anna", NOW);
        Alert closed = new NextStep.Close("Too early.").after(acknowledged, "ben", NOW);

        assertThatThrownBy(() -> jdbi.useTransaction(older -> {
                    older.createQuery("select pg_current_xact_id()::text")
                            .mapTo(String.class)
                            .one();
                    inAnotherThread(() -> jdbi.useTransaction(newer -> alerts.add(newer, acknowledged)));
                    alerts.add(older, closed);
                }))
                .hasMessageContaining("version 3 does not follow");
        assertThatThrownBy(() -> jdbi.useTransaction(
                        gap -> alerts.add(gap, new NextStep.Close("A gap.").after(closed, "ben", NOW))))
                .hasMessageContaining("version 4 does not follow");
    }

    /** An officer's step is being committed; superseding waits and follows it. */
    @Test
    void followsAStepThatIsBeingTaken() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<StepOutcome> superseding = jdbi.inTransaction(handle -> {
                alerts.add(handle, new NextStep.Acknowledge().after(alert, "anna", NOW));
                Future<StepOutcome> waiting = pool.submit(() -> supersedeAlert.supersede(alert.id(), CORRECTED));
                await().until(() -> jdbi.withHandle(SupersedeAlertTest::somebodyWaits));
                return waiting;
            });

            assertThat(superseding.get()).isInstanceOf(StepOutcome.Taken.class);
        }
        assertThat(detail(alert.id()).getList("history.state")).containsExactly("RAISED", "ACKNOWLEDGED", "SUPERSEDED");
    }

    @Test
    void isNotToBeCalledWithinATransaction() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> supersedeAlert.supersede(alert.id(), CORRECTED)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A transaction within one of the same thread would be the same. */
    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private static boolean somebodyWaits(Handle handle) {
        return handle.createQuery(
                        "select exists (select from pg_locks where not granted and locktype = 'transactionid')")
                .mapTo(Boolean.class)
                .one();
    }

    private void judged(long exposed, long affected) {
        List<JudgedWeek> weeks = List.of(new JudgedWeek(IsoWeek.parse("2026-W40"), exposed, affected, affected, 0));
        jdbi.useHandle(handle -> judgements.keep(handle, List.of(new Judgement(monitor, NOW, null, weeks))));
    }

    private void step(String step, int version, String body) {
        given().auth()
                .oauth2(Tokens.officer())
                .contentType("application/json")
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post("/api/alerts/%s/%s".formatted(alert.id(), step))
                .then()
                .statusCode(200);
    }

    private JsonPath comparison() {
        return officer("/api/comparisons").setRootPath("find { it.monitor == '%s' }".formatted(monitor));
    }

    private List<Map<String, Object>> alertsOfClinic() {
        return officer("/api/alerts").getList("findAll { it.cohort.clinic == '%s' }".formatted(clinic));
    }

    private static JsonPath detail(UUID id) {
        return officer("/api/alerts/" + id);
    }

    private static JsonPath officer(String path) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
