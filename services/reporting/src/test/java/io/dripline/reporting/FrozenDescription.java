package io.dripline.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What another service's description under docs/openapi says of its doors; a test of that service holds it to what is answered. So
 * whoever asks those doors is tested against what they say, without importing them.
 */
final class FrozenDescription {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode description;

    private FrozenDescription(JsonNode description) {
        this.description = description;
    }

    static FrozenDescription of(String service) {
        try {
            return new FrozenDescription(YAML.readTree(
                    Path.of("../../docs/openapi/%s.yaml".formatted(service)).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The door behind a path, as the description writes it; empty where there is none. */
    Optional<String> door(String method, String path) {
        List<String> doors = new ArrayList<>();
        description.get("paths").fieldNames().forEachRemaining(doors::add);
        return doors.stream()
                .filter(door -> path.matches(door.replaceAll("\\{[^}]+}", "[^/]+")))
                .filter(door -> description.get("paths").get(door).has(method.toLowerCase(Locale.ROOT)))
                // what is written out goes before what stands for anything
                .min(Comparator.comparingLong(
                        door -> door.chars().filter(c -> c == '{').count()));
    }

    /** The first example of what a door answers. */
    JsonNode example(String method, String door, int status) {
        JsonNode examples = content(method, door, status).path("examples");
        return examples.iterator().next().get("value").deepCopy();
    }

    /** Everything in which an answer is not what the description says. */
    List<String> misfits(String method, String door, int status, JsonNode answer) {
        List<String> misfits = new ArrayList<>();
        collect(content(method, door, status).get("schema"), answer, "answer", misfits);
        return misfits;
    }

    /** Everything in which a request is not what the description says. */
    List<String> misfits(String method, String path, Map<String, String> query, JsonNode body) {
        Optional<String> door = door(method, path);
        if (door.isEmpty()) {
            return List.of("no door " + method + " " + path);
        }
        List<String> misfits = new ArrayList<>();
        JsonNode operation = operation(method, door.get());
        Set<String> known = new HashSet<>();
        operation.path("parameters").forEach(one -> known.add(one.get("name").asText()));
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> misfits.add("unknown parameter " + name));
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            collect(schema, body, "body", misfits);
        }
        return misfits;
    }

    private JsonNode content(String method, String door, int status) {
        JsonNode content = operation(method, door)
                .get("responses")
                .get(Integer.toString(status))
                .get("content");
        return content.elements().next();
    }

    private JsonNode operation(String method, String door) {
        return description.get("paths").get(door).get(method.toLowerCase(Locale.ROOT));
    }

    private void collect(JsonNode reference, JsonNode value, String where, List<String> misfits) {
        if (value == null || value.isNull()) {
            return;
        }
        JsonNode schema = reference.has("$ref")
                ? description.at(reference.get("$ref").asText().substring(1))
                : reference;
        if (!isOfType(schema, value)) {
            misfits.add("%s: expected %s, found %s".formatted(where, schema.get("type"), value));
            return;
        }
        if (schema.has("enum") && !isAmong(schema.get("enum"), value)) {
            misfits.add("%s: expected one of %s, found %s".formatted(where, schema.get("enum"), value));
        }
        if (value.isArray()) {
            value.forEach(item -> collect(schema.get("items"), item, where + "[]", misfits));
        }
        if (value.isObject() && schema.has("properties")) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    misfits.add("%s: %s is missing".formatted(where, name.asText()));
                }
            });
            value.properties().forEach(field -> {
                JsonNode known = schema.get("properties").get(field.getKey());
                if (known == null) {
                    misfits.add("%s: %s is unknown".formatted(where, field.getKey()));
                } else {
                    collect(known, field.getValue(), where + "." + field.getKey(), misfits);
                }
            });
        }
    }

    private static boolean isAmong(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode schema, JsonNode value) {
        List<String> types = new ArrayList<>();
        JsonNode stated = schema.path("type");
        if (stated.isArray()) {
            stated.forEach(type -> types.add(type.asText()));
        } else if (!stated.isMissingNode()) {
            types.add(stated.asText());
        }
        return types.isEmpty()
                || types.stream().anyMatch(type -> switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> false;
                });
    }
}
