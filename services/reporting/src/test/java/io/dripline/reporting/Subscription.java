package io.dripline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of one subscription to the stream, read until it is closed. */
final class Subscription implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Stream<String> body;

    /** A line, and when it came. */
    record Told(String line, Instant at) {}

    Subscription(URI stream, String token, @Nullable String lastId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        body = response.body();
        Thread.ofVirtual().start(() -> {
            try {
                body.forEach(line -> {
                    told.add(new Told(line, Instant.now()));
                    lines.add(line);
                });
                lines.add(": ended");
            } catch (RuntimeException closed) {
                lines.add(": closed");
            }
        });
    }

    void awaitLine(String... parts) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(lines).anySatisfy(line -> assertThat(line).contains(parts)));
    }

    /** The first line that holds all of this. */
    Told awaitTold(String... parts) {
        awaitLine(parts);
        return told.stream()
                .filter(one -> Stream.of(parts).allMatch(one.line()::contains))
                .findFirst()
                .orElseThrow();
    }

    /** The last id from which a subscriber goes on without the full state. */
    String awaitLastId() {
        await().atMost(PATIENCE).until(() -> lastId() != null);
        return Objects.requireNonNull(lastId());
    }

    List<String> ids() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    private @Nullable String lastId() {
        return ids().stream()
                .filter(id -> !id.contains("opening"))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    @Override
    public void close() {
        body.close();
    }
}
