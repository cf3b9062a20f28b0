package io.dripline.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.local.door.Http;
import io.dripline.local.door.LineFailure;
import io.dripline.local.door.Tokens;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is asked of services soon after a start: reports that go down the whole line, the API, the pages, health and metrics. */
final class FirstRequests {

    private static final int REPORTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> CLASSIFICATION = List.of("/reviews", "/rulings", "/cases", "/ledger", "/counts");
    private static final List<String> REPORTING = List.of(
            "/api/comparisons",
            "/api/alerts",
            "/api/monitors",
            "/api/baselines",
            "/api/measures",
            "/api/funnel",
            "/overview",
            "/overview/systems.svg",
            "/measures/CNS",
            "/alerts",
            "/monitors",
            "/clinics",
            "/baselines",
            "/reviews",
            "/audit",
            "/glossary");
    private static final List<String> OPEN = List.of("/q/health", "/q/health/well", "/q/metrics", "/q/openapi");

    private final StackConfig config;
    private final Http http = new Http();
    private final Tokens clinic;
    private final Tokens officer;

    FirstRequests(StackConfig config) {
        this.config = config;
        this.clinic = Tokens.ofClinic(http, config.issuer(), "clinic-north");
        this.officer = Tokens.ofPerson(http, config.issuer(), "officer");
    }

    /**
     * Sends them.
     *
     * @throws LineFailure if one is refused, or what was reported is not counted in time
     */
    void send() throws InterruptedException {
        for (int i = 0; i < REPORTS; i++) {
            http.send(clinic.request(config.address(Part.INTAKE) + "/sessions")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(report(i))));
        }
        http.send(clinic.request(config.address(Part.INTAKE) + "/sessions/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(report(REPORTS).replace('\n', ' ') + "\n")));
        http.send(clinic.request(config.address(Part.INTAKE) + "/sessions"));
        http.send(officer.request(config.address(Part.CLASSIFICATION) + "/codings")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"verbatim\": \"sick x2 after bolus, nil itch\"}")));
        awaitCount(REPORTS + 1);
        CLASSIFICATION.forEach(path -> visit(Part.CLASSIFICATION, path));
        REPORTING.forEach(path -> visit(Part.REPORTING, path));
        for (Part service : Train.SERVICES) {
            OPEN.forEach(path -> http.send(HttpRequest.newBuilder(URI.create(config.address(service) + path))));
        }
    }

    private void visit(Part service, String path) {
        http.send(officer.request(config.address(service) + path));
    }

    private void awaitCount(int expected) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode answer = http.read(http.send(
                    officer.request(config.address(Part.REPORTING) + "/api/incidence?measure=CNS&unit=SESSION")));
            int exposed = answer.path("rows").path(0).path("exposed").asInt();
            if (exposed == expected) {
                return;
            }
            if (Instant.now().isAfter(end)) {
                throw new LineFailure("of %d sessions that were reported %d are counted after %d s"
                        .formatted(expected, exposed, PATIENCE.toSeconds()));
            }
            Thread.sleep(100);
        }
    }

    private static String report(int number) {
        return """
            {"reference": "trial-%d", "patient": "T-%d", "previouslyTreated": "NO", "startedAt": "2026-11-16T09:00:00+11:00",
             "route": "INTRAVENOUS", "ascertainment": "CHECKLIST", "plannedDose": {"bolusMgPerKg": 0.2, "mgPerKgPerHour": 0.5},
             "adverseEvents": [{"verbatim": "felt floaty, out of my body", "severity": "MILD"}, {"verbatim": "threw up twice"}]}
            """.formatted(number, number);
    }
}
