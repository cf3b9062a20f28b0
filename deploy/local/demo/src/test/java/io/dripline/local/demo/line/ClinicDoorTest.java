package io.dripline.local.demo.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Report;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.clinic.WriteReports;
import io.dripline.local.door.LineFailure;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client says and understands, by the wire contract; the answers are written by hand. */
class ClinicDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Report> REPORTS =
            new WriteReports(new Run(1, IsoWeek.parse("2026-W22"), 26)).week(DemoClinic.NORTH, 1);

    private record Asked(String what, String authorization, String body) {}

    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private String batchAnswer = "";
    private ClinicDoor door;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/realms/dripline/protocol/openid-connect/token", "{\"access_token\": \"t\", \"expires_in\": 600}");
        answer("/tallies", """
                [{"date": "2026-05-25", "sessionsPerformed": 1, "sessionsPosted": 12},
                 {"date": "2026-05-26", "sessionsPerformed": 0, "sessionsPosted": 3}]
                """);
        server.createContext("/sessions/batch", exchange -> reply(exchange, batchAnswer));
        server.start();
        door = new ClinicDoor(config(server.getAddress().getPort()), DemoClinic.NORTH);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void postsOneLineForEachSession() {
        batchAnswer = "{\"line\": 1, \"status\": 201, \"id\": \"x\"}\n".repeat(REPORTS.size());

        Answers answers = door.post(REPORTS);

        assertThat(answers).isEqualTo(new Answers(REPORTS.size(), 0, 0, null));
        Asked batch = asked.getLast();
        assertThat(batch.what()).isEqualTo("POST /sessions/batch application/x-ndjson");
        assertThat(batch.authorization()).isEqualTo("Bearer t");
        assertThat(batch.body()).hasLineCount(REPORTS.size());
    }

    @Test
    void statesNothingThatTheContractDoesNotName() throws IOException {
        batchAnswer = "{\"line\": 1, \"status\": 201}\n".repeat(REPORTS.size());

        door.post(REPORTS);

        Set<String> fields = new HashSet<>();
        Set<String> fieldsOfEvents = new HashSet<>();
        for (String line : asked.getLast().body().lines().toList()) {
            JsonNode session = JSON.readTree(line);
            session.fieldNames().forEachRemaining(fields::add);
            session.path("adverseEvents").forEach(event -> event.fieldNames().forEachRemaining(fieldsOfEvents::add));
            assertThat(session.path("startedAt").asText()).matches("2026-05-2\\dT\\d\\d:\\d\\d:00\\+10:00");
        }
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "reference",
                        "patient",
                        "previouslyTreated",
                        "startedAt",
                        "endedAt",
                        "route",
                        "formulation",
                        "indication",
                        "plannedSessions",
                        "plannedDose",
                        "givenDose",
                        "weightKg",
                        "setting",
                        "monitored",
                        "premedication",
                        "opioidMgMorphineEquivalentPerDay",
                        "conditions",
                        "ascertainment",
                        "adverseEvents");
        assertThat(fieldsOfEvents)
                .containsExactlyInAnyOrder(
                        "verbatim", "onsetAt", "resolvedAt", "severity", "outcome", "actionTaken", "causality");
    }

    @Test
    void tellsNewFromKnownFromRefused() {
        batchAnswer = """
                {"line": 1, "status": 201, "id": "a"}
                {"line": 2, "status": 200, "id": "b"}
                {"line": 3, "status": 422, "title": "no", "violations": []}
                {"line": 4, "status": 409, "title": "other content"}
                """;

        Answers answers = door.post(REPORTS.subList(0, 4));

        assertThat(answers)
                .isEqualTo(
                        new Answers(1, 1, 2, "{\"line\": 3, \"status\": 422, \"title\": \"no\", \"violations\": []}"));
    }

    @Test
    void doesNotTakeAShortAnswerForAll() {
        batchAnswer = "{\"line\": 1, \"status\": 201, \"id\": \"a\"}\n";

        assertThatThrownBy(() -> door.post(REPORTS.subList(0, 2)))
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("expected 2 lines");
    }

    @Test
    void statesForEachDayWhatItPostedUnlessItKnowsOfMore() {
        door.tally(
                LocalDate.parse("2026-05-25"),
                LocalDate.parse("2026-05-27"),
                Map.of(LocalDate.parse("2026-05-25"), 5, LocalDate.parse("2026-05-26"), 4));

        assertThat(asked.stream().map(it -> it.what() + " " + it.body()).filter(it -> it.startsWith("PUT")))
                .containsExactly(
                        "PUT /tallies/2026-05-25 application/json {\"sessionsPerformed\":12}",
                        "PUT /tallies/2026-05-26 application/json {\"sessionsPerformed\":4}",
                        "PUT /tallies/2026-05-27 application/json {\"sessionsPerformed\":0}");
    }

    @Test
    void saysInASentenceThatNothingRuns() {
        server.stop(0);

        assertThatThrownBy(() -> door.post(REPORTS))
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("nothing answers at http://127.0.0.1:")
                .hasMessageContaining("./dripline up");
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> reply(exchange, body));
    }

    private void reply(HttpExchange exchange, String body) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                "%s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().getPath(),
                                headers.getFirst("Content-Type")),
                String.valueOf(headers.getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip()));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Everything on one port. */
    private static StackConfig config(int port) {
        var directory = Path.of("").toAbsolutePath();
        while (!directory.resolve("dripline").toFile().exists()) {
            directory = directory.getParent();
        }
        return StackConfig.of(directory).withPorts(new Ports(port, port, port, port, port, port, port, port, port));
    }
}
