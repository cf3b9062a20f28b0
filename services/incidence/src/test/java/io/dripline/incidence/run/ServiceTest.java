package io.dripline.incidence.run;

import static io.dripline.incidence.CodedExample.patientIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.dripline.contracts.Topics;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.RandomHistory;
import io.dripline.incidence.Shares;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerForService.class)
class ServiceTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Table table;

    @BeforeEach
    void ready() {
        table = new Table(bootstrapServers);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().get("/q/health").then().statusCode(200).body("status", is("UP")));
    }

    @Test
    void committedSharesOfEveryPartitionEqualTheRecount() {
        var patients =
                IntStream.range(0, 24).mapToObj(i -> patientIn(i % 6, i / 6)).toList();
        var arrivals = RandomHistory.of(patients, 4, new Random(11));

        table.report(arrivals);

        var states = arrivals.stream().map(CodedExample::coded).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Shares.added(table.shares().values())).isEqualTo(Shares.recounted(states)));
    }

    /** However long: the headers of a dead letter come on top of the longest record that a table takes. */
    @Test
    void poisonIsCommittedToTheDeadLettersAndMetered() {
        String longest = "x".repeat(1_048_000);
        table.reportPoison("not json".getBytes(StandardCharsets.UTF_8));
        table.reportPoison(longest.getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(table.committed(Topics.deadLettersOf(Topics.SESSIONS_CODED)))
                        .extracting(letter -> new String(letter.value(), StandardCharsets.UTF_8))
                        .isEqualTo(List.of("not json", longest)));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString(
                        "dripline_dead_letters_total{cause=\"UNREADABLE\",topic=\"dripline.sessions.coded.v1\"} 2.0"))
                .body(
                        containsString(
                                "dripline_dead_letters_total{cause=\"SERVICE_FAILED\",topic=\"dripline.sessions.coded.v1\"} 0.0"));
        given().get("/q/health").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void theDescriptionNeedsNoToken() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("Dripline incidence"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
