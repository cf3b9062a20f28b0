package io.dripline.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** {@code docs/asyncapi.yaml} of the checkout; tests run in the module's directory. */
final class TopicsDescription {

    private final JsonNode document;

    private TopicsDescription(JsonNode document) {
        this.document = document;
    }

    static TopicsDescription read() {
        try {
            return new TopicsDescription(new YAMLMapper()
                    .readTree(Path.of("../../docs/asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    JsonNode channels() {
        return document.required("channels");
    }

    JsonNode messages() {
        return document.required("components").required("messages");
    }

    JsonNode schemas() {
        return document.required("components").required("schemas");
    }

    /** What {@code {$ref: '#/a/b'}} refers to; missing where there is nothing. */
    JsonNode at(String ref) {
        return document.at(ref.substring(1));
    }

    /** What is wrong with a value by the schema of this name; AsyncAPI's schemas are JSON Schema, draft 7. */
    Set<ValidationMessage> violations(String schema, JsonNode value) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(
                        root,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(value);
    }
}
