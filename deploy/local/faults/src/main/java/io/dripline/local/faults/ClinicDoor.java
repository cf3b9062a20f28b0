package io.dripline.local.faults;

import io.dripline.local.door.Exchange;
import io.dripline.local.door.Http;
import io.dripline.local.door.LineFailure;
import io.dripline.local.door.Tokens;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Intake as one clinic's system uses it: an answer may fail to come, which says nothing about what was done. */
final class ClinicDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern TAKEN = Pattern.compile("\"status\"\\s*:\\s*20[01]\\b");
    private static final Pattern ETAG = Pattern.compile("\"(\\d+)\"");

    /**
     * What was answered.
     *
     * @param session its id; empty where the answer names none
     * @param version by the ETag; 0 where there is none
     */
    record Answer(int status, String session, int version, String body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Http http = new Http();
    private final String clinic;
    private final Tokens tokens;
    private final String direct;
    private final String throughCuts;

    ClinicDoor(StackConfig config, String clinic, CutLinks links) {
        this.clinic = clinic;
        tokens = Tokens.ofClinic(http, config.issuer(), clinic);
        direct = config.address(Part.INTAKE);
        throughCuts = "http://127.0.0.1:" + links.port();
    }

    String clinic() {
        return clinic;
    }

    /** Posts over a link that may be cut. */
    Optional<Answer> postOverACutLink(Report report) throws InterruptedException {
        return send(posting(throughCuts, report));
    }

    Optional<Answer> post(Report report) throws InterruptedException {
        return send(posting(direct, report));
    }

    /**
     * Posts many at once.
     *
     * @throws io.dripline.local.door.LineFailure unless each is taken
     */
    void postAll(List<Report> reports) {
        String answered = http.send(tokens.request(direct + "/sessions/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(reports.stream()
                        .map(report -> report.json().replace("\n", " "))
                        .collect(Collectors.joining("\n", "", "\n")))));
        long taken = answered.lines().filter(line -> TAKEN.matcher(line).find()).count();
        if (taken != reports.size()) {
            throw new LineFailure(
                    "of a batch of %d reports intake took %d: %s".formatted(reports.size(), taken, answered));
        }
    }

    Optional<Answer> read(String session) throws InterruptedException {
        return send(tokens.request(direct + "/sessions/" + session).GET());
    }

    /** Changes the session to this report. */
    Optional<Answer> amend(String session, int version, Report report) throws InterruptedException {
        return send(change(session, version)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(report.json())));
    }

    Optional<Answer> withdraw(String session, int version) throws InterruptedException {
        return send(change(session, version).DELETE());
    }

    private HttpRequest.Builder posting(String address, Report report) {
        return tokens.request(address + "/sessions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(report.json()));
    }

    private HttpRequest.Builder change(String session, int version) {
        return tokens.request(direct + "/sessions/" + session)
                .header("If-Match", "\"%d\"".formatted(version))
                .header("Reason", "corrected against the chart");
    }

    private Optional<Answer> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    Exchange.within(PATIENCE, client, request.timeout(PATIENCE).build());
            Matcher id = ID.matcher(answer.body());
            Matcher tag = ETAG.matcher(answer.headers().firstValue("ETag").orElse(""));
            return Optional.of(new Answer(
                    answer.statusCode(),
                    id.find() ? id.group(1) : "",
                    tag.matches() ? Integer.parseInt(tag.group(1)) : 0,
                    answer.body()));
        } catch (IOException cutOrAway) {
            return Optional.empty();
        }
    }
}
