package io.dripline.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.access.Caller;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports sessions that bear marks at a running intake. */
public final class PlantSessions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "/sessions/{id}";
    private static final int OF_EACH = 20;

    private final URI service;
    private final List<Operation> operations;
    private final Function<Caller, @Nullable String> tokens;

    public PlantSessions(URI service, List<Operation> operations, Function<Caller, @Nullable String> tokens) {
        this.service = service;
        this.operations = List.copyOf(operations);
        this.tokens = tokens;
    }

    /**
     * Reports twenty sessions that bear marks and twenty that do not.
     *
     * @throws IllegalStateException where one is refused
     */
    public Planted at(String clinic) throws IOException {
        String mark =
                "zq" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        String secret = "Fuzz/" + mark + "/code";
        List<String> marked = new ArrayList<>();
        List<String> own = new ArrayList<>();
        try (Wire wire = new Wire(service)) {
            for (int i = 0; i < OF_EACH; i++) {
                marked.add(report(wire, mark + " " + i, secret, "dizzy " + mark));
                own.add(report(
                        wire,
                        "own " + Long.toHexString(ThreadLocalRandom.current().nextLong()),
                        "P-own",
                        "dizzy"));
            }
        }
        Set<String> marks = new LinkedHashSet<>(marked);
        marks.add(mark);
        marks.add(clinic);
        Planted found = new SurveyService(service, operations, tokens).at(clinic);
        return new Planted(
                clinic, marks, Set.of(secret), Map.of(SESSION, marked), Map.of(SESSION, own), found.cursors());
    }

    private String report(Wire wire, String reference, String patient, String words) throws IOException {
        Operation door = operations.stream()
                .filter(operation -> operation.name().equals("POST /sessions"))
                .findFirst()
                .orElseThrow();
        String body = JSON.createObjectNode()
                .put("reference", reference)
                .put("patient", patient)
                .put("startedAt", "2026-01-16T09:00:00+11:00")
                .put("route", "ORAL")
                .put("ascertainment", "CHECKLIST")
                .set(
                        "adverseEvents",
                        JSON.createArrayNode().add(JSON.createObjectNode().put("verbatim", words)))
                .toString();
        Answer answer = wire.exchange(
                SurveyService.plain(door, Caller.CLINIC, door.path(), body.getBytes(StandardCharsets.UTF_8)),
                tokens.apply(Caller.CLINIC));
        if (answer.status() != 201) {
            throw new IllegalStateException("expected 201, found " + answer);
        }
        return SurveyService.read(answer).path("id").asText();
    }
}
