package io.dripline.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dripline.access.Caller;
import io.dripline.fuzz.Operation.Place;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a running service, as an officer, for ids and cursors that requests may name, so that they come behind the first check. */
public final class SurveyService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 50;

    private final URI service;
    private final List<Operation> operations;
    private final Function<Caller, @Nullable String> tokens;

    public SurveyService(URI service, List<Operation> operations, Function<Caller, @Nullable String> tokens) {
        this.service = service;
        this.operations = List.copyOf(operations);
        this.tokens = tokens;
    }

    /** What is there; the clinic's name is the only mark. */
    public Planted at(String clinic) throws IOException {
        Map<String, List<String>> ids = new HashMap<>();
        Map<String, List<String>> cursors = new HashMap<>();
        try (Wire wire = new Wire(service)) {
            for (Operation list : operations) {
                if (!list.method().equals("GET") || list.path().contains("{")) {
                    continue;
                }
                String one = list.path() + "/{id}";
                if (operations.stream().anyMatch(operation -> operation.path().startsWith(one))) {
                    ids.put(one, ids(ask(wire, list, list.path())));
                }
                boolean isPaged = list.parameters(Place.QUERY).stream()
                        .anyMatch(parameter -> parameter.name().equals("after"));
                JsonNode next =
                        isPaged ? ask(wire, list, list.path() + "?limit=1").path("next") : MissingNode.getInstance();
                if (next.isTextual()) {
                    cursors.put(list.name(), List.of(next.asText()));
                }
            }
        }
        return new Planted(clinic, Set.of(clinic), Set.of(), ids, ids, cursors);
    }

    private JsonNode ask(Wire wire, Operation operation, String target) throws IOException {
        Answer answer = wire.exchange(plain(operation, Caller.OFFICER, target, null), tokens.apply(Caller.OFFICER));
        return answer.status() == 200 ? read(answer) : MissingNode.getInstance();
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : answer.isArray() ? answer : answer.path("items")) {
            if (item.path("id").isTextual() && ids.size() < MOST) {
                ids.add(item.path("id").asText());
            }
        }
        return ids;
    }

    static Request plain(Operation operation, Caller caller, String target, byte @Nullable [] body) {
        List<String> headers = body == null ? List.of() : List.of("Content-Type: application/json");
        return new Request(
                0, operation, Kind.VALID, "planted", caller, operation.method(), target, headers, body, false);
    }

    static JsonNode read(Answer answer) {
        try {
            return answer.isJson() ? JSON.readTree(answer.body()) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + answer, e);
        }
    }
}
