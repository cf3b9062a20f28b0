package io.dripline.reporting;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Intake's doors as far as pages ask them: a server that answers what intake's own description shows, unless a test recorded
 * something else, and remembers what it was asked. Recorded over HTTP, because the servers run in another class loader.
 */
public final class IntakeDoor implements AutoCloseable {

    /** What the door was asked. */
    public record Asked(String method, String path, String query, String authorization, String type, String body) {}

    private record Recorded(int status, long delayMillis, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final Path DESCRIPTION = Path.of("../../docs/openapi/intake.yaml");

    private final HttpServer server;
    private final JsonNode description;
    private final Map<String, Recorded> recorded = new ConcurrentHashMap<>();
    private final Map<String, String> lines = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    IntakeDoor() {
        try {
            description = new ObjectMapper(new YAMLFactory()).readTree(DESCRIPTION.toFile());
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.createContext("/test/recorded", this::record);
        server.createContext("/test/lines", this::recordLine);
        server.createContext(
                "/test/asked", exchange -> respond(exchange, 200, "application/json", JSON.writeValueAsString(asked)));
        server.createContext("/test/forget", exchange -> {
            recorded.clear();
            lines.clear();
            asked.clear();
            respond(exchange, 200, "application/json", "{}");
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

    /** Forgets what was recorded and asked. */
    public static void forget() {
        given().post(address() + "/test/forget").then().statusCode(200);
    }

    /** From now on a door answers this. @param door as {@code "POST /sessions"}; an id in its path is {@code {id}} */
    public static void record(String door, int status, String body) {
        record(door, status, 0, body);
    }

    /** The same, after a while. */
    public static void record(String door, int status, long delayMillis, String body) {
        given().contentType("text/plain; charset=UTF-8")
                .queryParam("door", door)
                .queryParam("status", status)
                .queryParam("delay", delayMillis)
                .body(body)
                .put(address() + "/test/recorded")
                .then()
                .statusCode(200);
    }

    /** What becomes of a batch's line with this reference. @param answer without the line's number */
    public static void recordLine(String reference, String answer) {
        given().contentType("text/plain; charset=UTF-8")
                .queryParam("reference", reference)
                .body(answer)
                .put(address() + "/test/lines")
                .then()
                .statusCode(200);
    }

    /** Every question since it last forgot. */
    public static List<Asked> asked() {
        try {
            return JSON.readValue(
                    given().get(address() + "/test/asked").asString(), new TypeReference<List<Asked>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue("dripline.intake.url", String.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(),
                path,
                text(exchange.getRequestURI().getQuery()),
                text(exchange.getRequestHeaders().getFirst("Authorization")),
                text(exchange.getRequestHeaders().getFirst("Content-Type")),
                body));
        String door = exchange.getRequestMethod() + " " + path.replaceFirst("[0-9a-f-]{36}$", "{id}");
        Recorded answer = recorded.get(door);
        if (answer != null) {
            pause(answer.delayMillis());
            respond(exchange, answer.status(), answer.status() < 400 ? "application/json" : PROBLEM, answer.body());
            return;
        }
        switch (door) {
            case "GET /tallies" -> respond(exchange, 200, "application/json", example("/tallies", "get", "200"));
            case "POST /sessions" -> respond(exchange, 201, "application/json", example("/sessions", "post", "201"));
            case "GET /sessions/{id}" ->
                respond(exchange, 200, "application/json", example("/sessions/{id}", "get", "200"));
            case "POST /sessions/batch" -> respond(exchange, 200, "application/x-ndjson", answers(body));
            default -> respond(exchange, 404, PROBLEM, "{\"status\": 404}");
        }
    }

    private String answers(String body) throws IOException {
        StringBuilder answers = new StringBuilder();
        int number = 0;
        for (String line : body.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String reference = JSON.readTree(line).path("reference").asText();
            ObjectNode answer = (ObjectNode) JSON.readTree(
                    lines.getOrDefault(reference, "{\"status\": 201, \"id\": \"%s\"}".formatted(UUID.randomUUID())));
            answer.put("line", number);
            answers.append(answer).append('\n');
        }
        return answers.toString();
    }

    private String example(String path, String method, String status) {
        JsonNode content = description
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json");
        return content.path("examples").elements().next().path("value").toString();
    }

    private void record(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        recorded.put(
                query.getOrDefault("door", ""),
                new Recorded(
                        Integer.parseInt(query.getOrDefault("status", "200")),
                        Long.parseLong(query.getOrDefault("delay", "0")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        respond(exchange, 200, "application/json", "{}");
    }

    private void recordLine(HttpExchange exchange) throws IOException {
        lines.put(
                query(exchange).getOrDefault("reference", ""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        respond(exchange, 200, "application/json", "{}");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new ConcurrentHashMap<>();
        for (String pair : text(exchange.getRequestURI().getQuery()).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts[1].replace('+', ' '));
        }
        return query;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
