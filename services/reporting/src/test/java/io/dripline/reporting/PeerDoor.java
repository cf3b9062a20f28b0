package io.dripline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Another service's doors for people, over HTTP: each answers the example of the service's description until a test records another
 * answer, which must fit the description too. The servers run in another class loader than the tests, so answers are recorded over
 * HTTP.
 */
public final class PeerDoor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    private record Recorded(int status, long delayMillis, String body) {}

    /** A question that came. */
    public record Asked(
            String method, String path, Map<String, String> query, String authorization, String ifMatch, String body) {}

    private final HttpServer server;
    private final FrozenDescription description;
    private final Map<String, Recorded> recorded = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    PeerDoor(String service) {
        description = FrozenDescription.of(service);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.createContext("/test/recorded", this::record);
        server.createContext("/test/asked", exchange -> respond(exchange, 200, write(asked), "application/json"));
        server.createContext("/test/nothing", exchange -> {
            recorded.clear();
            asked.clear();
            respond(exchange, 200, "{}", "application/json");
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What a test says to the doors of one service. */
    public record Told(String service, String address) {

        private static final int OK = 200;

        /** Of classification, as reporting asks it for people. */
        public static Told classification() {
            return new Told(
                    "classification",
                    ConfigProvider.getConfig().getValue("quarkus.rest-client.reviews.url", String.class));
        }

        /** Of intake, likewise. */
        public static Told intake() {
            return new Told(
                    "intake",
                    ConfigProvider.getConfig().getValue("quarkus.rest-client.reportledger.url", String.class));
        }

        /** Forgets all answers and questions. */
        public void nothing() {
            given().get(address + "/test/nothing").then().statusCode(OK);
        }

        /** The example of what a door answers, to be changed. */
        public JsonNode example(String method, String door) {
            return FrozenDescription.of(service).example(method, door, OK);
        }

        /** From now on this is answered, which must be what the description says. */
        public void answers(String method, String path, JsonNode body) {
            FrozenDescription description = FrozenDescription.of(service);
            assertThat(description.misfits(
                            method, description.door(method, path).orElseThrow(), OK, body))
                    .isEmpty();
            record(method, path, OK, 0, body.toString());
        }

        /** The same for the page of a listing that begins behind a cursor. */
        public void answersBehind(String cursor, String method, String path, JsonNode body) {
            FrozenDescription description = FrozenDescription.of(service);
            assertThat(description.misfits(
                            method, description.door(method, path).orElseThrow(), OK, body))
                    .isEmpty();
            record(method, path + behind(cursor), OK, 0, body.toString());
        }

        /** From now on this is refused, by a problem document. @param more of its fields, with a comma before */
        public void refuses(String method, String path, int status, String detail, String more) {
            record(
                    method,
                    path,
                    status,
                    0,
                    "{\"status\": %d, \"title\": \"Refused\", \"detail\": \"%s\"%s}".formatted(status, detail, more));
        }

        /** From now on the door breaks. */
        public void breaks(String method, String path) {
            record(method, path, 503, 0, "{\"status\": 503, \"title\": \"Service Unavailable\"}");
        }

        /** From now on the door answers what no client of it can read. */
        public void babbles(String method, String path) {
            record(method, path, OK, 0, "<html>a proxy</html>");
        }

        /** From now on the door answers after a while. */
        public void answersAfter(String method, String path, long millis) {
            record(method, path, OK, millis, "{}");
        }

        /** Every question so far; each is one that the description knows. */
        public List<Asked> asked() {
            List<Asked> asked = Stream.of(given().get(address + "/test/asked").as(Asked[].class))
                    .toList();
            FrozenDescription description = FrozenDescription.of(service);
            assertThat(asked)
                    .allSatisfy(one -> assertThat(description.misfits(
                                    one.method(),
                                    one.path(),
                                    one.query(),
                                    one.body().isEmpty() ? null : read(one.body())))
                            .as(one.toString())
                            .isEmpty());
            return asked;
        }

        /** The questions to one door so far. */
        public List<Asked> asked(String method, String path) {
            return asked().stream()
                    .filter(one -> one.method().equals(method) && one.path().equals(path))
                    .toList();
        }

        private void record(String method, String path, int status, long delay, String body) {
            given().queryParam("door", method + " " + path)
                    .queryParam("status", status)
                    .queryParam("delay", delay)
                    .body(body)
                    .put(address + "/test/recorded")
                    .then()
                    .statusCode(OK);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                method,
                path,
                query(exchange),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                String.valueOf(exchange.getRequestHeaders().getFirst("If-Match")),
                body));
        String name = method + " " + path;
        String cursor = query(exchange).get("after");
        Recorded answer =
                cursor == null ? recorded.get(name) : recorded.getOrDefault(name + behind(cursor), recorded.get(name));
        if (answer == null) {
            answer = description
                    .door(method, path)
                    .map(door -> new Recorded(
                            200, 0, description.example(method, door, 200).toString()))
                    .orElse(new Recorded(404, 0, "{\"status\": 404, \"title\": \"Not Found\"}"));
        }
        try {
            TimeUnit.MILLISECONDS.sleep(answer.delayMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        respond(exchange, answer.status(), answer.body(), answer.status() < 400 ? "application/json" : PROBLEM);
    }

    private void record(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        recorded.put(
                query.get("door"),
                new Recorded(
                        Integer.parseInt(query.get("status")),
                        Long.parseLong(query.get("delay")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        respond(exchange, 200, "{}", "application/json");
    }

    private static String behind(String cursor) {
        return "?after=" + cursor;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void respond(HttpExchange exchange, int status, String body, String type) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
