package io.dripline.local.recode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dripline.local.door.LineFailure;
import io.dripline.local.rebuild.Progress;
import io.dripline.local.stack.Checkout;
import io.dripline.local.stack.Ports;
import io.dripline.local.stack.StackConfig;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command asks, says and orders; what classification answers is written by hand. */
class RecodeTest {

    private static final String COUNTING = preview("RUNNING", 300, 5, "null");
    private static final String COUNTED = preview("DONE", 812, 14, "\"2026-12-01T01:02:03Z\"");
    private static final String STANDING = state(812, 3, COUNTED, "null");

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> ordered = new ArrayList<>();
    private final List<String> reached = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/realms/dripline/protocol/openid-connect/token",
                exchange -> reply(exchange, 200, "{\"access_token\": \"t\", \"expires_in\": 600}"));
        server.createContext("/recoding", this::recoding);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void showsWhatWouldChangeOnceItIsCounted() throws Exception {
        // Given
        answers.addAll(List.of(state(812, 3, "null", "null"), state(812, 3, COUNTING, "null"), STANDING));

        // When
        var said = recode("", "--dry-run");

        // Then
        assertThat(said.lines())
                .containsExactly(
                        "coded with            sessions",
                        "2026.11.1                  812",
                        "2026.12                      3  the version in use",
                        "",
                        "from                         to                              events",
                        "CNS                          CNS                                301",
                        "AWAITING + CNS               CNS                                 14",
                        "",
                        "of 812 sessions 14 would change, as counted by 2026-12-01T01:02:03Z; what people ruled stays as they ruled");
        assertThat(reached).contains("36 % of 812 sessions 300 looked at, 5 changed");
        assertThat(ordered).isEmpty();
    }

    @Test
    void recodesNothingWithoutAYes() throws Exception {
        answers.add(STANDING);

        var said = recode("no\n");

        assertThat(said).contains("Recode 812 sessions with 2026.12? [y/N] ").endsWith("nothing was recoded\n");
        assertThat(ordered).isEmpty();
    }

    @Test
    void recodesWithAYesAndLooksOnUntilItIsDone() throws Exception {
        answers.addAll(List.of(
                STANDING,
                state(812, 3, COUNTED, recoding("RUNNING", 0, 0)),
                state(512, 303, COUNTED, recoding("RUNNING", 300, 9)),
                state(0, 815, COUNTED, recoding("DONE", 812, 14))));

        recode("y\n", "--reason", "the words of \"winter\"");

        assertThat(ordered).containsExactly("Bearer t {\"reason\":\"the words of \\\"winter\\\"\"}");
        assertThat(reached)
                .contains(
                        "36 % of 812 sessions 300 looked at, 9 changed",
                        "100 % of 812 sessions 812 looked at, 14 changed")
                .last()
                .isEqualTo("815 sessions are coded with 2026.12");
    }

    @Test
    void asksNobodyIfToldSo() throws Exception {
        answers.addAll(List.of(STANDING, state(0, 815, COUNTED, recoding("DONE", 812, 14))));

        var said = recode("", "--yes");

        assertThat(said).doesNotContain("[y/N]");
        assertThat(ordered).containsExactly("Bearer t {\"reason\":\"the vocabulary is 2026.12\"}");
    }

    @Test
    void looksOnWhereARecodingIsUnderWay() throws Exception {
        answers.addAll(List.of(
                state(812, 3, COUNTED, recoding("RUNNING", 10, 1)), state(0, 815, COUNTED, recoding("DONE", 812, 14))));

        recode("");

        assertThat(ordered).isEmpty();
        assertThat(reached).contains("a recoding is under way").last().isEqualTo("815 sessions are coded with 2026.12");
    }

    @Test
    void doesNothingWhereAllIsCodedWithTheVocabularyInUse() throws Exception {
        answers.add(state(0, 815, "null", "null"));

        var said = recode("", "--yes");

        assertThat(said).endsWith("there is nothing to recode\n");
        assertThat(ordered).isEmpty();
    }

    @Test
    void saysWhatItTakes() {
        assertThatThrownBy(() -> recode("", "--reason"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recode takes --dry-run, --yes, and --reason with a sentence; got --reason");
    }

    @Test
    void saysInASentenceThatNothingRuns() {
        server.stop(0);

        assertThatThrownBy(() -> recode(""))
                .isInstanceOf(LineFailure.class)
                .hasMessageContaining("start the system with ./dripline up");
    }

    /** What is printed; what is told of the progress is in {@link #reached}. */
    private String recode(String input, String... arguments) throws Exception {
        var out = new ByteArrayOutputStream();
        Recode.run(
                config(server.getAddress().getPort()),
                Arrays.asList(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(input)),
                new Progress() {
                    @Override
                    public void say(String sentence) {
                        reached.add(sentence);
                    }

                    @Override
                    public void reached(double share, String figures) {
                        reached.add("%d %% %s".formatted((int) (100 * share), figures));
                    }
                });
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Each answer once, the last one for ever. */
    private void recoding(HttpExchange exchange) throws IOException {
        boolean isOrder = exchange.getRequestMethod().equals("POST");
        if (isOrder) {
            ordered.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        reply(exchange, isOrder ? 202 : 200, answers.size() > 1 ? answers.pop() : answers.getFirst());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String state(int before, int now, String preview, String recoding) {
        return """
                {"vocabulary": "2026.12", "rulings": 0, "indexing": false, "preview": %s, "recoding": %s, "sessions": [
                  {"vocabulary": "2026.11.1", "sessions": %d}, {"vocabulary": "2026.12", "sessions": %d}]}""".formatted(preview, recoding, before, now);
    }

    private static String preview(String state, int looked, int changed, String finishedAt) {
        return """
                {"state": "%s", "sessions": %d, "of": 812, "changed": %d, "finishedAt": %s, "events": [
                  {"from": ["CNS"], "to": ["CNS"], "events": 301},
                  {"from": ["AWAITING", "CNS"], "to": ["CNS"], "events": 14}]}""".formatted(state, looked, changed, finishedAt);
    }

    private static String recoding(String state, int looked, int changed) {
        return """
                {"state": "%s", "sessions": %d, "of": 812, "changed": %d, "vocabulary": "2026.12", "who": "officer"}""".formatted(state, looked, changed);
    }

    /** Everything on one port. */
    private static StackConfig config(int port) {
        return StackConfig.of(Checkout.root())
                .withPorts(new Ports(port, port, port, port, port, port, port, port, port));
    }
}
