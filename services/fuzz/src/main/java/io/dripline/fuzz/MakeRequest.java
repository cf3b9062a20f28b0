package io.dripline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.access.Caller;
import io.dripline.fuzz.Operation.Content;
import io.dripline.fuzz.Operation.Parameter;
import io.dripline.fuzz.Operation.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes request {@code number} of a seed: to any operation, as any caller, valid, nearly valid or hostile in equal parts. The
 * same number of the same seed is the same request each time, but for the ids that are planted.
 */
public final class MakeRequest {

    private static final int MOST_LINES = 6;

    private final long seed;
    private final List<Operation> operations;
    private final Planted planted;

    public MakeRequest(long seed, List<Operation> operations, Planted planted) {
        this.seed = seed;
        this.operations = List.copyOf(operations);
        this.planted = planted;
    }

    /** The request. */
    public Request number(long number) {
        Dice dice = new Dice(seed, number);
        Operation operation = dice.of(operations);
        Caller caller = caller(dice);
        Draft draft = valid(operation, caller, number, dice);
        Kind kind = dice.of(Kind.values());
        switch (kind) {
            case VALID -> {}
            case NEARLY_VALID -> new SpoilRequest(dice).spoil(draft, operation);
            case HOSTILE -> new AttackRequest(dice).attack(draft, operation);
        }
        return draft.request(number, operation, kind, caller);
    }

    /** Those who are let in more often than those who are not. */
    private static Caller caller(Dice dice) {
        int of20 = dice.below(20);
        if (of20 < 7) {
            return Caller.CLINIC;
        }
        if (of20 < 12) {
            return Caller.OFFICER;
        }
        if (of20 < 16) {
            return Caller.OTHER_CLINIC;
        }
        return of20 < 18 ? Caller.AUDITOR : Caller.NONE;
    }

    private Draft valid(Operation operation, Caller caller, long number, Dice dice) {
        MakeValue values = new MakeValue(dice);
        Draft draft = new Draft(operation.method(), path(operation, caller, dice, values));
        for (Parameter parameter : operation.parameters(Place.QUERY)) {
            if (parameter.isRequired() || dice.oneIn(3)) {
                draft.query(parameter.name(), queried(operation, parameter, dice, values));
            }
        }
        for (Parameter parameter : operation.parameters(Place.HEADER)) {
            if (parameter.isRequired() || dice.oneIn(2)) {
                draft.header(parameter.name(), Objects.requireNonNullElse(parameter.example(), "Entered twice"));
            }
        }
        Content content = operation.body();
        if (content != null) {
            draft.header("Content-Type", content.mediaType());
            int lines = content.isOfLines() ? 1 + dice.below(MOST_LINES) : 1;
            for (int i = 0; i < lines; i++) {
                draft.bodies.add(body(content, number + "-" + i, dice, values));
            }
        }
        return draft;
    }

    /** As the description shows it, with some of it made anew, or wholly made by what it says. */
    private JsonNode body(Content content, String unique, Dice dice, MakeValue values) {
        JsonNode body = content.examples().isEmpty() || dice.oneIn(4)
                ? values.of(content.shape())
                : dice.of(content.examples()).deepCopy();
        if (body instanceof ObjectNode object) {
            if (!content.shape().fields().isEmpty() && dice.oneIn(2)) {
                Map.Entry<String, Shape> field =
                        dice.of(List.copyOf(content.shape().fields().entrySet()));
                object.set(field.getKey(), values.of(field.getValue()));
            }
            // A report that was told before is answered without being stored.
            if (object.has("reference") && !dice.oneIn(8)) {
                object.put("reference", "fuzz " + seed + " " + unique);
            }
            if (object.has("patient")) {
                object.put("patient", "F-" + dice.below(300));
            }
        }
        return body;
    }

    private String path(Operation operation, Caller caller, Dice dice, MakeValue values) {
        Map<String, List<String>> ids = caller == Caller.CLINIC ? planted.own() : planted.marked();
        String path = operation.path();
        for (Map.Entry<String, List<String>> known : ids.entrySet()) {
            if (path.startsWith(known.getKey()) && !known.getValue().isEmpty() && !dice.oneIn(10)) {
                String id = dice.of(known.getValue());
                String front = known.getKey().replaceFirst("\\{[^}]*}", Draft.quoted(id));
                path = front + path.substring(known.getKey().length());
            }
        }
        for (Parameter parameter : operation.parameters(Place.PATH)) {
            String value =
                    parameter.example() == null || dice.oneIn(4) ? values.plain(named(parameter)) : parameter.example();
            path = path.replace("{" + parameter.name() + "}", Draft.encoded(value));
        }
        return path;
    }

    /** Ids and dates are texts to the description. */
    private static Shape named(Parameter parameter) {
        return switch (parameter.name()) {
            case "id" -> formatted("uuid");
            case "date" -> formatted("date");
            default -> parameter.shape();
        };
    }

    private static Shape formatted(String format) {
        return new Shape(
                "string", List.of(), Map.of(), java.util.Set.of(), null, 0, 0, 40, null, false, null, false, format);
    }

    private String queried(Operation operation, Parameter parameter, Dice dice, MakeValue values) {
        List<String> cursors = planted.cursors().getOrDefault(operation.name(), List.of());
        if (parameter.name().equals("after") && !cursors.isEmpty()) {
            return dice.of(cursors);
        }
        if (parameter.name().equals("limit")) {
            return String.valueOf(1 + dice.below(200));
        }
        if (parameter.name().equals("clinic")) {
            return dice.of(planted.clinic(), "elsewhere");
        }
        return parameter.example() != null && !dice.oneIn(4)
                ? parameter.example()
                : KnownValues.of(parameter, dice, values);
    }
}
