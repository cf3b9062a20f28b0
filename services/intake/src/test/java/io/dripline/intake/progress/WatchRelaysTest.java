package io.dripline.intake.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dripline.intake.Clinic;
import io.dripline.intake.Surroundings;
import io.dripline.progress.ProgressConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** On the real tables, as the service's own role. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WatchRelaysTest {

    private static final String REPORT = """
            {"reference": "%s", "patient": "P-0042", "startedAt": "2026-11-22T09:00:00+11:00", "route": "ORAL",
             "ascertainment": "CHECKLIST"}""";

    private static final Clinic CLINIC = new Clinic("clinic-watched");

    @Inject
    WatchRelays watchRelays;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void whatIsPublishedDoesNotWait() {
        CLINIC.post(REPORT.formatted("published")).then().statusCode(201);

        await().untilAsserted(() -> {
            watchRelays.look();
            assertThat(metric("dripline_relay_waiting_rows{relay=\"sessions-reported\"}"))
                    .isZero();
            assertThat(metric("dripline_relay_waiting_rows{relay=\"clinic-weeks\"}"))
                    .isZero();
        });
        assertThat(watchRelays.sessionsAreStuck()).isFalse();
        assertThat(watchRelays.clinicWeeksAreStuck()).isFalse();
    }

    /** A long transaction holds the relay back without its failing: a red light is all that tells. */
    @Test
    void aRelayThatIsHeldBackIsStuck() throws Exception {
        WatchRelays impatient =
                new WatchRelays(dataSource, new Pace(Duration.ofMillis(200)), new SimpleMeterRegistry());
        try (Connection slow = dataSource.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            CLINIC.post(REPORT.formatted("held back")).then().statusCode(201);

            await().untilAsserted(() -> {
                impatient.look();
                assertThat(impatient.sessionsAreStuck()).isTrue();
            });

            slow.rollback();
            slow.setAutoCommit(true);
        }
        await().untilAsserted(() -> {
            impatient.look();
            assertThat(impatient.sessionsAreStuck()).isFalse();
        });
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private record Pace(Duration patience) implements ProgressConfig {

        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }
    }
}
