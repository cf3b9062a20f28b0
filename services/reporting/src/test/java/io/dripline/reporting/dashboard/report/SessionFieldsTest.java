package io.dripline.reporting.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dripline.reporting.dashboard.report.SessionField.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The form and the file ask for exactly what intake takes, as its description says. */
class SessionFieldsTest {

    private final JsonNode schemas = read().at("/components/schemas");

    @Test
    void thoseOfASessionAreIntakes() {
        Map<String, JsonNode> taken = new TreeMap<>();
        collect("", schemas.get("NewSession"), taken);
        taken.remove("adverseEvents");

        assertThat(SessionFields.OF_SESSION.stream().map(SessionField::path))
                .containsExactlyInAnyOrderElementsOf(taken.keySet());
        assertThatTheyAreAlike(SessionFields.OF_SESSION, taken, schemas.at("/NewSession/required"));
    }

    @Test
    void thoseOfAnEventAreIntakes() {
        Map<String, JsonNode> taken = new TreeMap<>();
        collect("", schemas.get("NewAdverseEvent"), taken);

        assertThat(SessionFields.OF_EVENT.stream().map(SessionField::path))
                .containsExactlyInAnyOrderElementsOf(taken.keySet());
        assertThatTheyAreAlike(SessionFields.OF_EVENT, taken, schemas.at("/NewAdverseEvent/required"));
    }

    @Test
    void aSessionHasAsManyEventsAsIntakeTakes() {
        assertThat(SessionFields.MOST_EVENTS)
                .isEqualTo(schemas.at("/NewSession/properties/adverseEvents/maxItems")
                        .asInt());
    }

    private void assertThatTheyAreAlike(List<SessionField> fields, Map<String, JsonNode> taken, JsonNode required) {
        List<String> needed = texts(required);
        assertThat(fields).allSatisfy(field -> {
            JsonNode schema = taken.get(field.path());
            assertThat(field.required()).as(field.path()).isEqualTo(needed.contains(field.path()));
            if (field.kind() == Kind.CHOICE || field.kind() == Kind.CHOICES) {
                assertThat(field.options()).containsExactlyElementsOf(texts(schema.get("enum")));
                assertThat(field.kind() == Kind.CHOICES)
                        .isEqualTo(schema.path("several").asBoolean());
            } else {
                assertThat(schema.path("type").asText())
                        .as(field.path())
                        .isEqualTo(
                                switch (field.kind()) {
                                    case NUMBER ->
                                        schema.path("type").asText().equals("integer") ? "integer" : "number";
                                    case YES_NO -> "boolean";
                                    default -> "string";
                                });
                assertThat(field.kind() == Kind.TIME)
                        .isEqualTo(schema.path("format").asText().equals("date-time"));
            }
        });
    }

    /** Leaves by their paths; lists of values as the values, marked. */
    private void collect(String path, JsonNode schema, Map<String, JsonNode> into) {
        schema.get("properties").properties().forEach(property -> {
            String name = path + property.getKey();
            JsonNode resolved = resolved(property.getValue());
            if (resolved.has("properties")) {
                collect(name + ".", resolved, into);
            } else if (resolved.path("type").asText().equals("array")) {
                JsonNode items = resolved(resolved.get("items")).deepCopy();
                into.put(name, items.has("enum") ? ((ObjectNode) items).put("several", true) : items);
            } else {
                into.put(name, resolved);
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? schemas.get(schema.get("$ref").asText().replaceFirst(".*/", "")) : schema;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("../../docs/openapi/intake.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
