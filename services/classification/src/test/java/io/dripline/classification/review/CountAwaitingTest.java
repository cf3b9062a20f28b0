package io.dripline.classification.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.classification.TestWordKeys;
import io.dripline.classification.session.Line;
import io.dripline.classification.session.Reports;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** As the service's own role, on the real tables; tests run one after another, so what is added is the test's own. */
@QuarkusTest
@TestSurroundings
class CountAwaitingTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    CountAwaiting counting;

    @Inject
    MeterRegistry metrics;

    @Test
    void wordsAwaitUntilSomebodyRulesOnThem() throws SQLException {
        String words = "flurbled " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        counting.look();
        double wordsBefore = gauge("words");
        double sessionsBefore = gauge("sessions");

        try (Line line = new Line(broker)) {
            for (UUID id : new UUID[] {UUID.randomUUID(), UUID.randomUUID()}) {
                line.report(Reports.of(id, 1, Reports.event(words)));
                line.awaitCoded(id, 1);
            }
        }
        counting.look();

        assertThat(gauge("words")).isEqualTo(wordsBefore + 1);
        assertThat(gauge("sessions")).isEqualTo(sessionsBefore + 2);
        assertThat(gauge("oldest")).isPositive();

        given().auth()
                .oauth2(TestIssuer.tokenOf("safety-officer"))
                .contentType("application/json")
                .body("{\"terms\": [\"dizziness\"], \"reason\": \"so the nurses say\"}")
                .put("/reviews/" + TestWordKeys.of(words).hex() + "/ruling")
                .then()
                .statusCode(200);
        counting.look();

        assertThat(gauge("words")).isEqualTo(wordsBefore);
    }

    private double gauge(String name) {
        return metrics.get("dripline.reviews.awaiting." + name).gauge().value();
    }
}
