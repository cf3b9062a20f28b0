package io.dripline.reporting.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Servers;
import io.dripline.reporting.Tokens;
import io.dripline.reporting.baseline.Baselines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What officers have of alpha is spent once, whoever comes first. In this order, for nothing comes back. */
@QuarkusTest
@TestProfile(SpendSharesTest.OwnServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpendSharesTest {

    /** All of it is spent here. */
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

    @Inject
    Jdbi jdbi;

    @Inject
    MakeMonitors makeMonitors;

    @Inject
    SpentShares spentShares;

    @Inject
    Baselines baselines;

    @Test
    @Order(1)
    void atFirstATenthIsLeft() {
        assertThat(left()).isEqualByComparingTo("0.1");
    }

    /** The first transaction has made its monitor and has not ended; the second must wait to see it. */
    @Test
    @Order(2)
    void anOfficerWhoComesSecondWaitsForTheFirstAndIsToldWhatIsLeft() throws Exception {
        CompletableFuture<Response> second;
        try (Handle first = jdbi.open()) {
            first.begin();
            assertThat(makeMonitors.make(first, stated("clinic-first", 0.04), "ada"))
                    .isInstanceOf(MakeMonitors.Outcome.Made.class);

            second = CompletableFuture.supplyAsync(() -> make("clinic-second", "0.07"));
            await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
            assertThat(second).isNotDone();
            first.commit();
        }

        second.get(10, TimeUnit.SECONDS)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("alphaShare"))
                .body("violations[0].message", containsString("expected at most 0.06"));
        assertThat(left()).isEqualByComparingTo("0.06");
    }

    @Test
    @Order(3)
    void ofTenOfficersAtOnceAsManySpendAsThereIsFor() throws Exception {
        List<Callable<Response>> officers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String clinic = "clinic-race-" + i;
            officers.add(() -> make(clinic, "0.01"));
        }

        List<Integer> answers = new ArrayList<>();
        try (var together = Executors.newFixedThreadPool(officers.size())) {
            for (Future<Response> answer : together.invokeAll(officers)) {
                answers.add(answer.get().statusCode());
            }
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(6);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(4);
        assertThat(left()).as("to the last bit, in decimals").isZero();
    }

    @Test
    @Order(4)
    void afterThatNothingIsLeftForTheSmallest() {
        make("clinic-late", "0.000001")
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("expected at most 0.0,"));
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .mapTo(Boolean.class)
                .one());
    }

    private BigDecimal left() {
        return jdbi.withHandle(spentShares::leftForOfficers);
    }

    private NewMonitor.Stated stated(String clinic, double share) {
        return new NewMonitor.Stated(
                baselines.get("text-any"), Unit.FIRST_COURSE, Map.of("clinic", clinic), null, share);
    }

    private static Response make(String clinic, String share) {
        return given().auth()
                .oauth2(Tokens.sign(Map.of("preferred_username", "bo"), "safety-officer"))
                .contentType("application/json")
                .body("""
                        {"baseline": "text-any", "unit": "FIRST_COURSE", "cohort": {"clinic": "%s"}, "alphaShare": %s}""".formatted(clinic, share))
                .post("/api/monitors");
    }
}
