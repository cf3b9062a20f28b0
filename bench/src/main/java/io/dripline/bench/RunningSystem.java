package io.dripline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** The local line as its callers see it: a clinic that reports and an officer who asks. */
public final class RunningSystem {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String clinic;
    private final String clinicToken;
    private final String officerToken;

    public RunningSystem(String clinic) throws IOException, InterruptedException {
        this.clinic = clinic;
        clinicToken = LocalLine.ofClinic(http, clinic);
        officerToken = LocalLine.ofPerson(http, "officer");
    }

    /** Posts one session; returns when intake has answered 201. */
    void report(String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(LocalLine.uri(8081, "/sessions"))
                .header("Authorization", "Bearer " + clinicToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(session))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(
                    "expected 201, intake answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** All sessions that reporting shows. */
    public long exposed() throws IOException, InterruptedException {
        return exposedOf("");
    }

    /** Sessions of the clinic that reporting shows in one week. */
    long exposed(String week) throws IOException, InterruptedException {
        return exposedOf("&clinic=%s&from=%s&to=%s".formatted(clinic, week, week));
    }

    private long exposedOf(String cohort) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(LocalLine.uri(8080, "/api/incidence?measure=ANY&unit=SESSION" + cohort))
                .header("Authorization", "Bearer " + officerToken)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("reporting answered " + answer.statusCode() + ": " + answer.body());
        }
        JsonNode row = JSON.readTree(answer.body()).at("/rows/0/exposed");
        return row.asLong();
    }

    /** Makes a monitor as the officer; returns its id. */
    String monitor(String monitor) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(LocalLine.uri(8080, "/api/monitors"))
                .header("Authorization", "Bearer " + officerToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(monitor))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(
                    "expected 201, reporting answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asText();
    }

    /** The officer's stream, line by line, for as long as it is read. */
    Stream<String> stream() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(LocalLine.uri(8080, "/api/stream"))
                .header("Authorization", "Bearer " + officerToken)
                .header("Accept", "text/event-stream")
                .build();
        var answer = http.send(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("reporting answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** What the overview shows, as an open page asks for it. */
    String overview() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(LocalLine.uri(8080, "/overview"))
                .header("Authorization", "Bearer " + officerToken)
                .header("X-Requested-With", "JavaScript")
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("reporting answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Where the local broker is. */
    String kafka() {
        return LocalLine.kafka();
    }
}
