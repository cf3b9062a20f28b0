package io.dripline.incidence.run;

import static io.dripline.incidence.CodedExample.patientIn;
import static io.dripline.incidence.CodedExample.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.dripline.contracts.Topics;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Cell;
import io.dripline.counting.CellCount;
import io.dripline.incidence.CodedExample;
import io.dripline.incidence.RandomHistory;
import io.dripline.incidence.Shares;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerForService.class)
class ServiceTest {

    private static final int MOST_TERMS = 200 * 40;

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

    /** It is withdrawn again, so that what it counted for is gone. */
    @Test
    void theLongestCodedSessionIsCountedAndStored() {
        CodedExample longest = longest(session(patientIn(2, 100), 1).of("clinic-of-the-longest"));
        assertThat(longest.json()).hasSizeBetween(2 << 20, Topics.LONGEST_RECORD);

        table.report(List.of(longest));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sharesOf("clinic-of-the-longest"))
                        .isEqualTo(Shares.recounted(List.of(longest.coded()))));
        assertThat(table.longestIn("dripline-incidence-g1-patients-changelog")).isGreaterThan(MOST_TERMS * 60);
        table.report(List.of(longest.state(2, 1).withdrawn()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(sharesOf("clinic-of-the-longest")).isEmpty());
    }

    private Map<Cell, CellCount> sharesOf(String clinic) {
        return Shares.added(table.shares().values().stream()
                .filter(share -> share.cell().clinic().equals(clinic))
                .toList());
    }

    /** As many codings as a session may have, each of a term of its own, as long as any term of the vocabulary. */
    private static CodedExample longest(CodedExample session) {
        for (int i = 0; i < MOST_TERMS; i++) {
            session.with(Category.OTHER, "term-%04d-%s".formatted(i, "x".repeat(60)));
        }
        return session;
    }

    /** However long: the headers of a dead letter come on top of the longest record that a table takes. */
    @Test
    void poisonIsCommittedToTheDeadLettersAndMetered() {
        String longest = "x".repeat(Topics.LONGEST_RECORD - 1_000);
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

    /** What is taken off the topic in transactions is known by its group all the same. */
    @Test
    void whatIsCountedDoesNotWait() {
        table.report(RandomHistory.of(List.of(patientIn(1, 200)), 2, new Random(12)));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .body(containsString(
                                "dripline_consumer_waiting_records{topic=\"dripline.sessions.coded.v1\"} 0.0"))
                        .body(containsString("dripline_incidence_running 1.0"))
                        .body(containsString("dripline_incidence_generation 1.0")));
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Sessions are counted' }.data.state", is("RUNNING"));
    }

    @Test
    void theDescriptionNeedsNoToken() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("Dripline incidence"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
