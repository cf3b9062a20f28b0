package io.dripline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dripline.fuzz.Operation.Parameter;
import io.dripline.fuzz.Operation.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Does one thing to a request that the description does not allow, or only just does. */
final class SpoilRequest {

    private final Dice dice;

    SpoilRequest(Dice dice) {
        this.dice = dice;
    }

    void spoil(Draft draft, Operation operation) {
        int where = dice.below(10);
        if (where < 6 && !draft.bodies.isEmpty()) {
            body(draft);
        } else if ((where < 9 && !operation.parameters(Place.QUERY).isEmpty())
                || (draft.bodies.isEmpty() && where < 8)) {
            query(draft, operation);
        } else {
            head(draft, operation);
        }
    }

    private void body(Draft draft) {
        int line = dice.below(draft.bodies.size());
        if (!(draft.bodies.get(line) instanceof ObjectNode root)) {
            return;
        }
        ObjectNode object = somewhereIn(root);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String field = names.isEmpty() ? "none" : dice.of(names);
        switch (dice.below(14)) {
            case 0 -> {
                object.remove(field);
                draft.what = field + " dropped";
            }
            case 1 -> twice(draft, line, field, object);
            case 2 -> {
                object.put(field, dice.of(-1.0, 0.0, 1e9, 1e308, -0.0, 2147483648.0, 0.5));
                draft.what = field + " a number";
            }
            case 3 -> {
                object.put(
                        field,
                        dice.of(List.of("1", "", " ", "yes", "intravenous", "2026-11-22", "2026-11-22T09:00:00")));
                draft.what = field + " another text";
            }
            case 4 -> {
                object.put(field, "z".repeat(dice.of(101, 201, 501, 4_001, 70_000)));
                draft.what = field + " too long";
            }
            case 5 -> {
                object.putNull(field);
                draft.what = field + " null";
            }
            case 6 -> {
                object.put(dice.of("unknown", "Reference", "id", "clinic", "__proto__", "a.b[0]"), "x");
                draft.what = "an unknown field";
            }
            case 7 -> {
                object.putArray(field).add(1).addNull();
                draft.what = field + " an array";
            }
            case 8 -> {
                object.putObject(field).put("a", 1);
                draft.what = field + " an object";
            }
            case 9 -> {
                object.put(field, dice.oneIn(2));
                draft.what = field + " true or false";
            }
            case 10 -> {
                byte[] whole = draft.body();
                draft.rawBody = java.util.Arrays.copyOf(whole, dice.below(whole.length + 1));
                draft.what = "cut off";
            }
            case 11 -> {
                draft.rawBody = (new String(draft.body(), StandardCharsets.UTF_8)
                                + dice.of("{}", "]", ",", " 1", "\u0000"))
                        .getBytes(StandardCharsets.UTF_8);
                draft.what = "something behind the end";
            }
            case 12 -> {
                JsonNode copy = object.path(field).deepCopy();
                ArrayNode many = object.putArray(field);
                for (int i = dice.of(2, 201, 1_001); i > 0; i--) {
                    many.add(copy);
                }
                draft.what = field + " many times in an array";
            }
            default -> {
                draft.rawBody = dice.of("", "null", "[]", "1", "\"text\"", "{", "{}", "\n\n\n")
                        .getBytes(StandardCharsets.UTF_8);
                draft.what = "no object, or an empty one";
            }
        }
    }

    /** A tree cannot hold a field twice, its text can. */
    private static void twice(Draft draft, int line, String field, ObjectNode object) {
        String doubled = "\"" + field + "\":" + object.path(field) + ",";
        String whole = object.toString();
        String text = draft.bodies.get(line).toString().replace(whole, "{" + doubled + whole.substring(1));
        List<String> lines = new ArrayList<>();
        draft.bodies.forEach(body -> lines.add(body.toString()));
        lines.set(line, text);
        draft.rawBody = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        draft.what = field + " twice";
    }

    private void query(Draft draft, Operation operation) {
        List<Parameter> parameters = operation.parameters(Place.QUERY);
        String name = parameters.isEmpty() ? "limit" : dice.of(parameters).name();
        switch (dice.below(6)) {
            case 0 -> {
                draft.query(name, "1");
                draft.query(name, "2");
                draft.what = name + " stated twice";
            }
            case 1 -> {
                draft.query(dice.of("unknown", "Limit", "after ", "clinic[]", "a".repeat(300)), "1");
                draft.what = "an unknown parameter";
            }
            case 2 -> {
                draft.query.removeIf(stated -> stated.startsWith(name + "="));
                draft.query(
                        name,
                        dice.of(
                                "",
                                " ",
                                "-1",
                                "0",
                                "201",
                                "1.5",
                                "abc",
                                "2026-13-01",
                                "2026-W60",
                                "truE",
                                "2147483648"));
                draft.what = name + " out of range";
            }
            case 3 -> {
                draft.query.clear();
                draft.what = "no parameters";
            }
            case 4 -> {
                draft.query.add(dice.of("=", "&&&", "a", "=1", "%", "%zz=1", "a=%ff%fe", "a=b=c", "?", ";"));
                draft.what = "a parameter that is none";
            }
            default -> {
                draft.query(name, dice.of(HostileWords.TEXTS));
                draft.what = name + " another text";
            }
        }
    }

    private void head(Draft draft, Operation operation) {
        switch (dice.below(7)) {
            case 0 -> {
                draft.method = dice.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");
                draft.what = "by " + draft.method;
            }
            case 1 -> {
                draft.removeHeader("Content-Type");
                draft.what = "no content type";
            }
            case 2 -> {
                draft.removeHeader("Content-Type");
                draft.header(
                        "Content-Type",
                        dice.of(
                                "text/plain",
                                "application/xml",
                                "application/json;charset=utf-16",
                                "application/x-ndjson",
                                "application/json, text/html",
                                "multipart/form-data; boundary=x",
                                "application/x-www-form-urlencoded",
                                "*/*"));
                draft.what = "another content type";
            }
            case 3 -> {
                draft.header(
                        "Accept",
                        dice.of(
                                "text/html",
                                "application/xml",
                                "image/png;q=0.1",
                                "*/*",
                                "nothing",
                                "application/json"));
                draft.what = "another answer wished for";
            }
            case 4 -> {
                List<Parameter> headers = operation.parameters(Place.HEADER);
                String name = headers.isEmpty() ? "If-Match" : dice.of(headers).name();
                draft.removeHeader(name);
                if (!dice.oneIn(3)) {
                    draft.header(
                            name,
                            dice.of(
                                    "1",
                                    "\"2\"",
                                    "W/\"1\"",
                                    "*",
                                    "",
                                    "\"",
                                    "\"1\",\"2\"",
                                    "\"99999999999\"",
                                    "*,\"1\""));
                }
                draft.what = name + " another, or none";
            }
            case 5 -> {
                draft.path = draft.path + dice.of("/", "//", "/x", ";a=b", "%20", ".json", "/.", "/..");
                draft.what = "a longer path";
            }
            default -> {
                draft.path = draft.path.replaceFirst("[^/]+$", Draft.quoted(dice.of(HostileWords.TEXTS)));
                draft.what = "another last part of the path";
            }
        }
    }

    /** The object itself or one within it. */
    private ObjectNode somewhereIn(ObjectNode root) {
        List<ObjectNode> inside = new ArrayList<>();
        root.forEach(child -> {
            if (child instanceof ObjectNode object) {
                inside.add(object);
            } else if (child instanceof ArrayNode array) {
                array.forEach(item -> {
                    if (item instanceof ObjectNode object) {
                        inside.add(object);
                    }
                });
            }
        });
        return inside.isEmpty() || dice.oneIn(2) ? root : dice.of(inside);
    }
}
