package io.dripline.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Goes to doors as every caller, with bodies that would do nothing if they were let in. */
public final class WalkDoors {

    private static final String BATCH = "(.*/batch|.*/import)";
    private static final int SHOWN = 1 << 16;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI service;
    private final BiFunction<Caller, String, @Nullable String> tokens;
    private final String clinic;
    private final Map<String, String> ids;
    private final Map<String, String> bodies;

    /**
     * @param service its address
     * @param tokens makes a caller's token, for the clinic that is asked about
     * @param clinic whose ids are asked for
     * @param ids what stands in a path for what: {@code "/sessions/{id}"} and then the path to ask for; the longest
     *     beginning that is found is put in
     * @param bodies what is sent at a door, by method and path; elsewhere an empty object
     */
    public WalkDoors(
            URI service,
            BiFunction<Caller, String, @Nullable String> tokens,
            String clinic,
            Map<String, String> ids,
            Map<String, String> bodies) {
        this.service = service;
        this.tokens = tokens;
        this.clinic = clinic;
        this.ids = new TreeMap<>(ids);
        this.bodies = Map.copyOf(bodies);
    }

    /**
     * An answer.
     *
     * @param headers without those of the connection and the time
     */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** With each part of a path taken out of the body, where it may be quoted. */
        Answer without(String path) {
            String quiet = body;
            for (String part : path.split("/", -1)) {
                quiet = part.isEmpty() ? quiet : quiet.replace(part, "");
            }
            return new Answer(status, headers, quiet);
        }
    }

    /** Each cell in which the service does otherwise than the table says, as a sentence. */
    public List<String> disagreements(List<Door> doors) {
        List<String> found = new ArrayList<>();
        for (Door door : doors) {
            for (Caller caller : Caller.values()) {
                Answer answer = ask(door, actual(door.path()), caller);
                if (!door.agrees(caller, answer.status())) {
                    found.add("%s as %s: expected %s, found %d"
                            .formatted(door.name(), caller, door.expected().get(caller), answer.status()));
                }
                if (answer.status() >= 400 && !answer.body().isEmpty() && !isProblem(answer)) {
                    found.add("%s as %s: %d is no problem document: %s"
                            .formatted(
                                    door.name(),
                                    caller,
                                    answer.status(),
                                    answer.headers().get("content-type")));
                }
            }
        }
        return found;
    }

    /**
     * Each door at which another clinic can tell an id that somebody else has from one that nobody has, as a sentence: by
     * status, by a header or by the body.
     *
     * @param unknown what nobody has, by the same placeholders as the ids
     */
    public List<String> tellsApart(List<Door> doors, Map<String, String> unknown) {
        WalkDoors walkUnknown = new WalkDoors(service, tokens, clinic, unknown, bodies);
        List<String> found = new ArrayList<>();
        for (Door door : doors) {
            String foreignPath = actual(door.path());
            String unknownPath = walkUnknown.actual(door.path());
            if (foreignPath.equals(door.path())) {
                continue;
            }
            Answer foreign = ask(door, foreignPath, Caller.OTHER_CLINIC).without(foreignPath);
            Answer nobodys = ask(door, unknownPath, Caller.OTHER_CLINIC).without(unknownPath);
            if (!foreign.equals(nobodys)) {
                found.add("%s: %s, but for an unknown id %s".formatted(door.name(), foreign, nobodys));
            }
        }
        return found;
    }

    /** What a door answers to a caller, for a path without placeholders. */
    private Answer ask(Door door, String path, Caller caller) {
        String method = door.method();
        String body = bodies.getOrDefault(door.name(), "{}");
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, method.matches("POST|PUT") ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
        if (method.matches("POST|PUT")) {
            request.header("Content-Type", path.matches(BATCH) ? "application/x-ndjson" : "application/json");
        }
        // Of no version that anything has: whoever is let in changes nothing.
        request.header("If-Match", "\"999\"").header("Reason", "a walk along all doors");
        String token = tokens.apply(caller, clinic);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                // A stream of events has no end.
                boolean isEndless =
                        response.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
                String text = isEndless ? "" : new String(answer.readNBytes(SHOWN), StandardCharsets.UTF_8);
                if (!isEndless) {
                    // What is left unread resets the stream, and the connection of those that follow with it.
                    answer.transferTo(OutputStream.nullOutputStream());
                }
                Map<String, List<String>> headers =
                        new TreeMap<>(response.headers().map());
                headers.remove("date");
                return new Answer(response.statusCode(), headers, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " as " + caller, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The path to ask for. */
    String actual(String path) {
        String actual = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (path.startsWith(id.getKey())) {
                actual = id.getValue() + path.substring(id.getKey().length());
            }
        }
        return actual;
    }

    private static boolean isProblem(Answer answer) {
        return answer.headers().getOrDefault("content-type", List.of("")).stream()
                .anyMatch(type -> type.startsWith("application/problem+json"));
    }
}
