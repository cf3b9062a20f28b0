package io.dripline.bench.speed;

import io.dripline.bench.LocalLine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** {@code POST /sessions/batch} by one client that keeps its connection. */
final class BatchDoor implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    BatchDoor(String token) {
        this.token = token;
    }

    /** As many of these reports as a body has lines. */
    static byte[] body(MadeReports reports, int lines) {
        StringBuilder body = new StringBuilder(lines * 1600);
        for (int i = 0; i < lines; i++) {
            body.append(reports.next()).append('\n');
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Posts a body and reads the answer to its end.
     *
     * @throws IllegalStateException if not every line was stored now
     */
    void post(byte[] body, int lines) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(LocalLine.uri(8081, "/sessions/batch"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
        try (Stream<String> answers = answer.body()) {
            long stored =
                    answers.filter(line -> line.contains("\"status\":201")).count();
            if (answer.statusCode() != 200 || stored != lines) {
                throw new IllegalStateException("expected 200 and %d lines with 201, found %d and %d"
                        .formatted(lines, answer.statusCode(), stored));
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
