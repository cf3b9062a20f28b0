package io.dripline.reporting;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dripline.contracts.incidence.CellShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Classification's door to the past, with counts that a test recorded: one answer to questions as of some time, and one to
 * questions as of now. The servers run in another class loader than the tests, so answers are recorded over HTTP too.
 */
public final class PastDoor implements AutoCloseable {

    /** Which questions an answer is for. */
    public enum Question {
        THEN,
        NOW
    }

    private record Recorded(int status, long delayMillis, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<Question, Recorded> recorded = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    PastDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/counts", this::answer);
        server.createContext("/recorded", this::record);
        server.createContext("/asked", exchange -> respond(exchange, 200, String.join("\n", asked)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** From now on these cells are the answer. */
    public static void record(Question question, CellShare... cells) {
        record(question, 200, 0, body(cells));
    }

    /** From now on nothing is answered but a refusal. */
    public static void away(Question question) {
        record(question, 503, 0, "{}");
    }

    /** From now on these cells are the answer, after a while. */
    public static void recordSlow(Question question, long delayMillis, CellShare... cells) {
        record(question, 200, delayMillis, body(cells));
    }

    /** Every question so far: its query, a space, and how it was signed. */
    public static List<String> asked() {
        String all = given().get(address() + "/asked").asString();
        return all.isEmpty() ? List.of() : Arrays.asList(all.split("\n"));
    }

    private static void record(Question question, int status, long delayMillis, String body) {
        given().body(body)
                .put("%s/recorded/%s/%d/%d".formatted(address(), question, status, delayMillis))
                .then()
                .statusCode(200);
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("dripline.classification.url", String.class);
    }

    private static String body(CellShare... shares) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (CellShare share : shares) {
            Map<String, Object> cell = new LinkedHashMap<>();
            cell.put("cell", share.cell());
            cell.put("exposed", share.exposed());
            cell.put("awaiting", share.awaiting());
            cell.put("replaced", share.replaced());
            cell.put("measures", share.measures());
            cells.add(cell);
        }
        try {
            return JSON.writeValueAsString(
                    Map.of("asOf", Instant.now().toString(), "cells", cells, "laterField", "is ignored"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        asked.add(query + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        Recorded answer = recorded.getOrDefault(
                query.contains("asOf=") ? Question.THEN : Question.NOW, new Recorded(200, 0, body()));
        try {
            TimeUnit.MILLISECONDS.sleep(answer.delayMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        respond(exchange, answer.status(), answer.body());
    }

    private void record(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        recorded.put(Question.valueOf(path[2]), new Recorded(Integer.parseInt(path[3]), Long.parseLong(path[4]), body));
        respond(exchange, 200, "");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
