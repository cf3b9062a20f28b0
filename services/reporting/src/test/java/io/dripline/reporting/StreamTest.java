package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.Unit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stream as a browser reads it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class StreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/api/stream")
    URI stream;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** Lines of one subscription, read until it is closed. */
    private final class Subscription implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Stream<String> body;

        Subscription(String token, @Nullable String lastId) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token);
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            Thread.ofVirtual().start(() -> {
                try {
                    body.forEach(lines::add);
                    lines.add(": ended");
                } catch (RuntimeException closed) {
                    lines.add(": closed");
                }
            });
        }

        void awaitLine(String... parts) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines)
                            .anySatisfy(line -> assertThat(line).contains(parts)));
        }

        String awaitLastId() {
            await().atMost(PATIENCE).until(() -> lastId() != null);
            return Objects.requireNonNull(lastId());
        }

        private @Nullable String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3).strip())
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }

        @Override
        public void close() {
            body.close();
        }
    }

    @Test
    void beginsWithTheFullStateAndTellsWhatChanges() throws Exception {
        String clinic = "streamed-" + UUID.randomUUID();
        try (Subscription officer = new Subscription(Tokens.officer(), null)) {
            officer.awaitLine("data:", "table9-urogenital");
            officer.awaitLastId();

            publish(Shares.share(4, 1, Shares.cell(Unit.FIRST_COURSE, "2026-W40", clinic), 100, 60));

            officer.awaitLine("event:", "alert");
            officer.awaitLine("data:", "\"monitor\":\"table9-cns@" + clinic, "\"state\":\"RAISED\"");
            officer.awaitLine("data:", "\"monitor\":\"table9-cns@" + clinic, "\"verdict\":\"EXCEEDS\"");
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

    @Test
    void goesOnFromTheLastIdWithoutRepeatingTheState() throws Exception {
        String clinic = "resumed-" + UUID.randomUUID();
        String lastId;
        try (Subscription first = new Subscription(Tokens.officer(), null)) {
            lastId = first.awaitLastId();
        }
        publish(Shares.share(5, 1, Shares.cell(Unit.SESSION, "2026-W40", clinic), 33, 1));
        awaitComparisons(clinic);

        try (Subscription second = new Subscription(Tokens.officer(), lastId)) {
            second.awaitLine("data:", "\"key\":\"" + clinic, "\"exposed\":33");
            assertThat(second.lines).noneMatch(line -> line.contains("up to date"));
        }
        try (Subscription stranger = new Subscription(Tokens.officer(), "unknown-1")) {
            stranger.awaitLine("up to date");
        }
    }

    @Test
    void aClinicSeesItsOwnOnly() throws Exception {
        String own = "own-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        try (Subscription clinic = new Subscription(Tokens.clinic(own), null)) {
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

        try (Subscription auditor = new Subscription(token, null)) {
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
