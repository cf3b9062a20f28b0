package io.dripline.classification.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.classification.TestSurroundings;
import io.dripline.progress.ProgressConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real broker and tables, as the service's own role. */
@QuarkusTest
@TestSurroundings
class WatchProgressTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource dataSource;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    WatchProgress own;

    private Line line;

    @BeforeEach
    void openLine() {
        line = new Line(broker);
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    /** Stands for one that tries a batch in vain: nobody reads for this group. */
    @Test
    void isRedWhileReportsWaitAndNoneIsCoded() {
        line.report(Reports.of(UUID.randomUUID(), 1));
        WatchProgress watching = watching("a-group-that-stands-still");
        try {
            await().untilAsserted(
                            () -> assertThat(watching.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN));
            assertThat(watching.call().getData().orElseThrow()).containsOnlyKeys("coding");
        } finally {
            watching.stop(null);
        }
    }

    @Test
    void isGreenWhileReportsAreCoded() {
        line.report(Reports.of(UUID.randomUUID(), 1));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .contains("dripline_consumer_waiting_records{topic=\"dripline.sessions.reported.v1\"} 0.0")
                        .contains("dripline_relay_waiting_rows{relay=\"coded_session\"} 0.0"));
        assertThat(own.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    private WatchProgress watching(String group) {
        WatchProgress watching = new WatchProgress(
                dataSource,
                new Pace(Duration.ofMillis(20), Duration.ofMillis(200)),
                kafka,
                group,
                new SimpleMeterRegistry());
        watching.start(null);
        return watching;
    }

    private record Pace(Duration interval, Duration patience) implements ProgressConfig {}
}
