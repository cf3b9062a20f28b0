package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dripline.access.Telltales;
import io.dripline.contracts.incidence.Unit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers, readers and subscribers see while PostgreSQL cannot be reached, and after. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DatabaseAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/api/stream")
    URI stream;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @AfterEach
    void goOnWithTheDatabase() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void everyDoorThatNeedsItSaysSoAndWhenToTryAgain() throws Exception {
        try (var _ = Gate.shut()) {
            for (String door : List.of(
                    "incidence",
                    "incidence?measure=newer-than-this-build",
                    "monitors",
                    "monitors/table9-cns",
                    "monitors/shares",
                    "monitors/suggestions",
                    "baselines",
                    "comparisons",
                    "alerts",
                    "alerts/00000000-0000-0000-0000-000000000000",
                    "notifications",
                    "digest",
                    "stream")) {
                answer("/api/" + door)
                        .statusCode(503)
                        .contentType(containsString("application/problem+json"))
                        .header("Retry-After", "2")
                        .body("status", equalTo(503))
                        .body("detail", containsString("database"));
            }
            for (String door : List.of("measures", "evidence?exposed=10&affected=1&p0=0.08")) {
                answer("/api/" + door).statusCode(200);
            }
        }
    }

    /** Everybody may ask for it. */
    @Test
    void healthTellsNothingOfHowTheServiceIsMade() throws Exception {
        try (var _ = Gate.shut()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().get("/q/health/well").then().statusCode(503));
            for (String health : List.of("/q/health", "/q/health/ready", "/q/health/well")) {
                assertThat(Telltales.in(given().get(health).asString()))
                        .as(health)
                        .isEmpty();
            }
        }
    }

    @Test
    void thePageSaysSoInWords() throws Exception {
        try (var _ = Gate.shut()) {
            for (String path : List.of("/", "/overview", "/measures/CNS", "/alerts")) {
                answer(path)
                        .statusCode(503)
                        .contentType(containsString("text/html"))
                        .header("Retry-After", "2")
                        .body(containsString("The database cannot be reached"));
            }
        }
    }

    @Test
    void subscribersAreToldWhatChangedOnceItIsBack() throws Exception {
        String clinic = "afterwards-" + UUID.randomUUID();
        try (Subscription officer = new Subscription(stream, Tokens.officer(), null)) {
            officer.awaitLastId();
            try (var _ = Gate.shut()) {
                answer("/api/alerts").statusCode(503);
                PublishShares.inOneTransaction(
                        Shares.share(0, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 21, 3));
            }

            officer.awaitLine("\"measure\":\"CNS\"", "\"key\":\"" + clinic, "\"exposed\":21,\"affected\":3");
            assertThat(officer.lines).doesNotContain(": ended", ": closed");
        }
    }

    /** As many as the pool may lend, one after another: none that was lost may stay lent. */
    @Test
    void aConnectionThatIsLostAgainAndAgainIsNotMissedByOthers() {
        // Whoever has listened for long was asked whether it still answers, by an empty question.
        sessionsEnded("");
        for (int lost = 0; lost <= connections; lost++) {
            await().atMost(PATIENCE).until(() -> sessionsEnded("listen monitors_judged") > 0);
        }

        answer("/api/alerts").statusCode(200);
    }

    private static int sessionsEnded(String lastQuestion) {
        return Operator.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select pg_terminate_backend(pid) from pg_stat_activity
                                 where datname = current_database() and usename <> 'postgres' and query = :question
                                """)
                        .bind("question", lastQuestion)
                        .mapTo(boolean.class)
                        .list()
                        .size());
    }

    private static ValidatableResponse answer(String path) {
        return given().auth().oauth2(Tokens.officer()).get(path).then();
    }
}
