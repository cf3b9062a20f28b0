package io.dripline.local.demo.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a judgement is due, by what reporting answers; the answers are written by hand. */
class AuditorDoorTest {

    private static final String COUNTED = """
            {"rows": [{"key": "clinic-east", "exposed": 40, "affected": 7, "possible": 8},
                      {"key": "clinic-north", "exposed": 20, "affected": 1, "possible": 1}]}
            """;

    private HttpServer server;
    private AuditorDoor door;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/realms/dripline/protocol/openid-connect/token", "{\"access_token\": \"t\", \"expires_in\": 600}");
        server.start();
        door = new AuditorDoor(config(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void nothingIsDueWhereEachMonitorWasJudgedOnWhatIsCounted() {
        answer("/api/incidence", COUNTED);
        comparisons(
                comparison("", 60, 8, 9), comparison("clinic-east", 40, 7, 8), comparison("clinic-north", 20, 1, 1));

        assertThat(door.hasJudgedWhatIsCounted()).isTrue();
    }

    @Test
    void aJudgementIsDueWhereAClinicWasJudgedOnLess() {
        answer("/api/incidence", COUNTED);
        comparisons(comparison("", 60, 8, 9), comparison("clinic-east", 39, 7, 8));

        assertThat(door.hasJudgedWhatIsCounted()).isFalse();
    }

    @Test
    void aJudgementIsDueWhereAnEventWasCodedSince() {
        answer("/api/incidence", COUNTED);
        comparisons(comparison("", 60, 7, 9));

        assertThat(door.hasJudgedWhatIsCounted()).isFalse();
    }

    @Test
    void nothingIsDueBeforeTheFirstSession() {
        answer("/api/incidence", "{\"rows\": []}");
        comparisons(comparison("", 0, 0, 0));

        assertThat(door.hasJudgedWhatIsCounted()).isTrue();
    }

    private static String comparison(String clinic, int exposed, int affected, int possible) {
        return """
                {"measure": "CNS", "unit": "FIRST_COURSE", "cohort": %s, "exposed": %d, "affected": %d, "possible": %d}""".formatted(
                clinic.isEmpty() ? "{}" : "{\"clinic\": \"%s\"}".formatted(clinic), exposed, affected, possible);
    }

    private void comparisons(String... comparisons) {
        answer("/api/comparisons", "[" + String.join(", ", comparisons) + "]");
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> reply(exchange, body));
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
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
