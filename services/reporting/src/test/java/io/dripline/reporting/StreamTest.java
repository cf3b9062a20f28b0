package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.Subscription.Told;
import io.dripline.reporting.opinion.HoldSecondOpinions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The stream as a browser reads it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class StreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Seven rates and five comparisons over all clinics. */
    private static final int OPENING_AT_LEAST = 12;

    @TestHTTPResource("/api/stream")
    URI stream;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    HoldSecondOpinions holdSecondOpinions;

    @Test
    void beginsWithTheFullStateAndTellsWhatChanges() throws Exception {
        String clinic = "streamed-" + UUID.randomUUID();
        try (Subscription officer = new Subscription(stream, Tokens.officer(), null)) {
            officer.awaitLine("data:", "table9-urogenital");
            officer.awaitLastId();

            publish(Shares.share(4, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 100, 60));

            officer.awaitLine("event:", "alert");
            officer.awaitLine("data:", "\"monitor\":\"table9-cns@" + clinic, "\"state\":\"RAISED\"");
            officer.awaitLine(
                    "data:",
                    "\"monitor\":\"table9-cns@" + clinic,
                    "\"verdict\":\"EXCEEDS\"",
                    "\"signals\":true},\"cusum\"",
                    "\"arlInControl\":2942");
            String comparison = officer.lines.stream()
                    .filter(line -> line.contains("table9-cns@" + clinic) && line.contains("verdict"))
                    .toList()
                    .getLast();
            Map<String, Object> told = io.restassured.path.json.JsonPath.from(comparison.substring(5))
                    .getMap("");
            Map<String, Object> listed = given().auth()
                    .oauth2(Tokens.officer())
                    .get("/api/comparisons")
                    .jsonPath()
                    .getMap("find { it.monitor == 'table9-cns@%s' }".formatted(clinic));
            assertThat(told).isEqualTo(listed);
        }
    }

    /** What is being computed holds up neither an alert nor a comparison, which is told again with it. */
    @Test
    void tellsAgainWhatWasNotComputedYet() throws Exception {
        List<String> clinics = IntStream.range(0, 5)
                .mapToObj(i -> "computed-%d-%s".formatted(i, UUID.randomUUID()))
                .toList();
        List<Duration> waited = new ArrayList<>();
        try (Subscription officer = new Subscription(stream, Tokens.officer(), null)) {
            officer.awaitLastId();
            try (HoldSecondOpinions.Held _ = holdSecondOpinions.hold()) {
                for (String clinic : clinics) {
                    publish(Shares.share(4, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 100, 60));
                    Told alert = officer.awaitTold("\"monitor\":\"table9-cns@" + clinic, "\"state\":\"RAISED\"");
                    waited.add(Duration.between(raisedAt(alert.line()), alert.at()));
                }
                officer.awaitLine(
                        "\"monitor\":\"table9-cns@" + clinics.getLast(),
                        "\"verdict\":\"EXCEEDS\"",
                        "\"criticalValue\":null");
            }

            officer.awaitLine(
                    "\"monitor\":\"table9-cns@" + clinics.getLast(),
                    "\"verdict\":\"EXCEEDS\"",
                    "\"signals\":true},\"cusum\"");
        }
        assertThat(waited.subList(1, waited.size()))
                .as("behind comparisons that lack what is held up; who waited for it would wait a second")
                .anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(1)));
    }

    private static Instant raisedAt(String line) {
        return Instant.parse(
                io.restassured.path.json.JsonPath.from(line.substring(5)).getString("raisedAt"));
    }

    @Test
    void tellsEveryStepOfAnAlertToWhoMaySeeIt() throws Exception {
        String clinic = "stepped-" + UUID.randomUUID();
        try (Subscription own = new Subscription(stream, Tokens.clinic(clinic), null);
                Subscription other = new Subscription(stream, Tokens.clinic("other-" + clinic), null)) {
            own.awaitLastId();
            other.awaitLastId();
            publish(Shares.share(4, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 100, 60));
            own.awaitLine("\"monitor\":\"table9-cns@" + clinic, "\"state\":\"RAISED\"", "\"version\":1");
            String id = given().auth()
                    .oauth2(Tokens.clinic(clinic))
                    .get("/api/alerts")
                    .jsonPath()
                    .getString("[0].id");

            given().auth()
                    .oauth2(Tokens.officer())
                    .header("If-Match", "\"1\"")
                    .post("/api/alerts/" + id + "/acknowledgement")
                    .then()
                    .statusCode(200);

            own.awaitLine("\"monitor\":\"table9-cns@" + clinic, "\"state\":\"ACKNOWLEDGED\"", "\"version\":2");
            assertThat(other.lines).noneMatch(line -> line.contains("table9-cns@" + clinic));
        }
    }

    @Test
    void goesOnFromTheLastIdWithoutRepeatingTheState() throws Exception {
        String clinic = "resumed-" + UUID.randomUUID();
        String lastId;
        try (Subscription first = new Subscription(stream, Tokens.officer(), null)) {
            lastId = first.awaitLastId();
        }
        publish(Shares.share(5, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 33, 1));
        awaitComparisons(clinic);

        try (Subscription second = new Subscription(stream, Tokens.officer(), lastId)) {
            second.awaitLine("data:", "\"key\":\"" + clinic, "\"exposed\":33");
            assertThat(second.lines).noneMatch(line -> line.contains("up to date"));
        }
        try (Subscription stranger = new Subscription(stream, Tokens.officer(), "unknown-1")) {
            stranger.awaitLine("up to date");
        }
    }

    @Test
    void everyEventHasAnIdAndWhoBrokeOffWithinTheOpeningStateGetsAllOfIt() throws Exception {
        String within;
        try (Subscription broken = new Subscription(stream, Tokens.officer(), null)) {
            broken.awaitLastId();
            assertThat(broken.lines.stream().filter(line -> line.startsWith("event:")))
                    .hasSizeGreaterThanOrEqualTo(OPENING_AT_LEAST);
            assertThat(broken.ids()).doesNotHaveDuplicates().hasSizeGreaterThan(OPENING_AT_LEAST);
            within = broken.ids().get(2);
        }

        try (Subscription again = new Subscription(stream, Tokens.officer(), within)) {
            again.awaitLine("data:", "table9-urogenital");
            again.awaitLine("up to date");
        }
    }

    @Test
    void saysThatACountWentToZero() throws Exception {
        String clinic = "withdrawn-" + UUID.randomUUID();
        try (Subscription officer = new Subscription(stream, Tokens.officer(), null)) {
            officer.awaitLastId();
            publish(Shares.share(4, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 1, 1));
            officer.awaitLine("\"measure\":\"CNS\"", "\"key\":\"" + clinic, "\"exposed\":1,\"affected\":1");

            publish(Shares.share(4, 2, Shares.cell(Unit.SESSION, "2026-W40", clinic), 0, 0));

            for (String measure : List.of("ANY", "SERIOUS", "CNS", "GI", "CARDIOVASCULAR", "HEPATIC", "UROGENITAL")) {
                officer.awaitLine(
                        "\"measure\":\"" + measure,
                        "\"key\":\"" + clinic,
                        "\"exposed\":0,\"affected\":0",
                        "\"rate\":null");
            }
        }
    }

    @Test
    void aClinicSeesItsOwnOnly() throws Exception {
        String own = "own-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        try (Subscription clinic = new Subscription(stream, Tokens.clinic(own), null)) {
            clinic.awaitLastId();

            publish(Shares.share(0, 1, Shares.cell(Unit.SESSION, "2026-W40", other), 11, 1));
            awaitComparisons(other);
            publish(Shares.share(0, 1, Shares.cell(Unit.SESSION, "2026-W40", own), 12, 1));

            clinic.awaitLine("data:", "\"key\":\"" + own, "\"exposed\":12");
            clinic.awaitLine("data:", "\"monitor\":\"table9-gi@" + own);
            assertThat(clinic.lines).noneMatch(line -> line.contains(other));
            assertThat(clinic.lines).noneMatch(line -> line.contains("\"key\":null"));
            assertThat(clinic.lines).noneMatch(line -> line.contains("\"monitor\":\"table9-gi\""));
        }
    }

    @Test
    void endsWithTheToken() throws Exception {
        String token = Tokens.sign(Duration.ofSeconds(3), Map.of(), "auditor");

        try (Subscription auditor = new Subscription(stream, token, null)) {
            auditor.awaitLine("up to date");
            assertThat(auditor.lines).doesNotContain(": ended");
            auditor.awaitLine(": ended");
        }
    }

    private void awaitComparisons(String clinic) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().auth()
                                .oauth2(Tokens.clinic(clinic))
                                .get("/api/comparisons")
                                .jsonPath()
                                .getList("monitor"))
                        .contains("table9-gi@" + clinic));
    }

    private void publish(CellShare share) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            var _ = producer.send(Shares.outgoing(share));
        }
    }
}
