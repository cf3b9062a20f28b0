package io.dripline.bench.door;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged intake in a process of its own, that one client asks over one connection. */
final class RunningIntake implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI address;
    private final String token;

    private RunningIntake(Process process, URI address, String token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    /**
     * Starts it and waits until it takes reports.
     *
     * @param checkout that is built
     * @param log to write to
     * @param virtualMachine more options for it
     * @param settings as variables
     * @param token of a clinic
     */
    static RunningIntake start(
            Path checkout, Path log, List<String> virtualMachine, Map<String, String> settings, String token)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(virtualMachine);
        command.addAll(List.of(
                "-jar",
                checkout.resolve("services/intake/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        RunningIntake intake =
                new RunningIntake(builder.start(), URI.create("http://127.0.0.1:" + port + "/sessions"), token);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!intake.isReady()) {
            if (!intake.process.isAlive() || System.nanoTime() > end) {
                intake.close();
                throw new IllegalStateException("intake did not start: see " + log);
            }
            Thread.sleep(200);
        }
        return intake;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(address.resolve("/q/health/live"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Reports the session of this number, of one of a hundred patients, and waits for the commit. */
    HttpResponse<String> report(int number) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(session(number)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("expected 201, found %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static String session(int number) {
        return """
            {"reference": "bench-%d", "patient": "P-%d", "previouslyTreated": "NO", "startedAt": "2026-11-16T09:00:00+11:00",
             "route": "INTRAVENOUS", "ascertainment": "CHECKLIST", "plannedDose": {"bolusMgPerKg": 0.2, "mgPerKgPerHour": 0.5},
             "adverseEvents": [{"verbatim": "felt floaty, out of my body", "severity": "MILD"}]}
            """.formatted(number, number % 100);
    }

    /** What its process has used of processors so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
