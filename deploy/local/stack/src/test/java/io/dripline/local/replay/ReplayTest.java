package io.dripline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dripline.local.door.LineFailure;
import io.dripline.local.stack.Checkout;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command asks and prints; what reporting answers is written by hand. */
class ReplayTest {

    private static final String ANSWER = """
            [{"monitor": "table9-cns", "exposed": 140, "affected": 60, "possible": 61, "rate": 0.42857142857142855,
              "lnE": 64.17951, "threshold": 200.0, "alwaysValidP": 1.3e-28, "verdict": "EXCEEDS", "promise": "PROVISIONAL"},
             {"monitor": "table9-hepatic", "exposed": 0, "affected": 0, "possible": 0, "rate": null, "lnE": null,
              "threshold": 200.0, "alwaysValidP": null, "verdict": "CANNOT_ASSESS", "promise": "NONE"}]""";

    private final List<String> asked = new ArrayList<>();
    private String body = ANSWER;
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/dripline/protocol/openid-connect/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            reply(exchange, 200, "{\"access_token\": \"t\", \"expires_in\": 600}");
        });
        server.createContext("/api/comparisons", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestURI().getRawQuery());
            reply(exchange, status, body);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void showsWhatEveryMonitorSaid() {
        var said = replay("--as-of", "2026-11-22T09:00:00+11:00");

        assertThat(said.lines())
                .containsExactly(
                        "monitor                                  exposed  affected  possible    rate     ln E    needs         p  verdict       promise",
                        "table9-cns                                   140        60        61  0.4286   64.180    5.298   1.3e-28  EXCEEDS       PROVISIONAL",
                        "table9-hepatic                                 0         0         0       -        -        -         -  CANNOT_ASSESS NONE");
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).contains("username=auditor");
        assertThat(asked.getLast()).isEqualTo("Bearer t asOf=2026-11-22T09%3A00%2B11%3A00");
    }

    @Test
    void printsTheAnswerAsItIsForAProgram() {
        var said = replay("--json", "--as-of", "2026-11-22T09:00:00Z");

        assertThat(said).isEqualTo(ANSWER + System.lineSeparator());
    }

    @Test
    void saysThatNothingWasWatchedYet() {
        body = "[]";

        var said = replay("--as-of", "1999-01-01T00:00:00Z");

        assertThat(said.strip()).isEqualTo("there was no monitor yet");
    }

    @ParameterizedTest
    @CsvSource({
        "'', got no time",
        "--json, got no time",
        "--as-of, got --as-of",
        "--as-of yesterday, got yesterday",
        "--as-of 2026-11-22T09:00:00, got 2026-11-22T09:00:00",
        "--until 2026-11-22T09:00:00Z, got --until"
    })
    void saysWhatItTakes(String arguments, String found) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        assertThatThrownBy(() -> replay(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replay takes --as-of with a time and its offset, as 2026-11-22T09:00:00Z, and --json; "
                        + found);
    }

    @Test
    void saysWhyNothingCanBeSaid() {
        status = 503;
        body = "{\"detail\": \"What was stored then cannot be counted\"}";

        assertThatThrownBy(() -> replay("--as-of", "2026-11-22T09:00:00Z"))
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("503")
                .hasMessageContaining("What was stored then cannot be counted");
    }

    private String replay(String... arguments) {
        var out = new ByteArrayOutputStream();
        int port = server.getAddress().getPort();
        Replay.run(
                StackConfig.of(Checkout.root())
                        .withPorts(new Ports(port, port, port, port, port, port, port, port, port)),
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void reply(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
