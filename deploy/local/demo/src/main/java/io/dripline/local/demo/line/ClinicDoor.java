package io.dripline.local.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Report;
import io.dripline.local.door.Http;
import io.dripline.local.door.LineFailure;
import io.dripline.local.door.Tokens;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Intake as one clinic's system uses it. */
public final class ClinicDoor {

    private final Http http = new Http();
    private final Tokens tokens;
    private final String intake;

    /** The door of a clinic at the line that runs with this configuration. */
    public ClinicDoor(StackConfig config, DemoClinic clinic) {
        tokens = Tokens.ofClinic(http, config.issuer(), clinic.id());
        intake = config.address(Part.INTAKE);
    }

    /**
     * Posts sessions in one batch. A refused one does not keep the others from being taken.
     *
     * @throws LineFailure if the batch as a whole is not answered line by line
     */
    public Answers post(List<Report> reports) {
        String lines = reports.stream().map(http::write).collect(Collectors.joining("\n", "", "\n"));
        List<String> answered = http.send(tokens.request(intake + "/sessions/batch")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines)))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (answered.size() != reports.size()) {
            throw new LineFailure("expected %d lines in answer to a batch of as many sessions, found %d"
                    .formatted(reports.size(), answered.size()));
        }
        return answered.stream().map(this::answer).reduce(Answers.NONE, Answers::plus);
    }

    /**
     * States for each day how many sessions the clinic performed: as many as it has posted, unless it knows of more.
     * Sessions of another run on the same days are the clinic's too.
     *
     * @param first the first day
     * @param last the last day, included
     * @param performed sessions that the clinic knows of; 0 for the days that are left out
     */
    public void tally(LocalDate first, LocalDate last, Map<LocalDate, Integer> performed) {
        Map<LocalDate, Integer> posted = new HashMap<>();
        for (JsonNode day :
                http.read(http.send(tokens.request("%s/tallies?from=%s&to=%s".formatted(intake, first, last))))) {
            posted.put(
                    LocalDate.parse(day.path("date").asText()),
                    day.path("sessionsPosted").asInt());
        }
        for (LocalDate day : first.datesUntil(last.plusDays(1)).toList()) {
            int sessions = Math.max(posted.getOrDefault(day, 0), performed.getOrDefault(day, 0));
            http.send(tokens.request("%s/tallies/%s".formatted(intake, day))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(http.write(Map.of("sessionsPerformed", sessions)))));
        }
    }

    private Answers answer(String line) {
        int status = http.read(line).path("status").asInt();
        return switch (status) {
            case 201 -> new Answers(1, 0, 0, null);
            case 200 -> new Answers(0, 1, 0, null);
            default -> new Answers(0, 0, 1, line);
        };
    }
}
