package io.dripline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.fuzz.Operation.Content;
import io.dripline.fuzz.Operation.Parameter;
import io.dripline.fuzz.Operation.Place;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Reads a service's description: an OpenAPI document. */
public final class ReadDescription {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    /** Items of a list of which nothing is said. */
    private static final int SOME_ITEMS = 10;

    private static final int SOME_CHARACTERS = 200;

    private final Map<String, Schema> schemas;

    private ReadDescription(OpenAPI document) {
        schemas = document.getComponents() == null
                ? Map.of()
                : Objects.requireNonNullElse(document.getComponents().getSchemas(), Map.of());
    }

    /** Its operations, ordered by path and method, so that the same document is always read as the same list. */
    public static List<Operation> of(Path file) {
        OpenAPI document = SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> open(file))
                .build()
                .model();
        ReadDescription reader = new ReadDescription(document);
        List<Operation> operations = new ArrayList<>();
        new TreeMap<>(document.getPaths().getPathItems())
                .forEach((path, item) -> new TreeMap<>(item.getOperations())
                        .forEach((method, operation) ->
                                operations.add(reader.operation(method.name(), path, operation))));
        return List.copyOf(operations);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Operation operation(
            String method, String path, org.eclipse.microprofile.openapi.models.Operation operation) {
        List<Parameter> parameters = orNone(operation.getParameters()).stream()
                .filter(parameter -> parameter.getIn() != null)
                .map(parameter -> new Parameter(
                        parameter.getName(),
                        Place.valueOf(parameter.getIn().name()),
                        Boolean.TRUE.equals(parameter.getRequired()),
                        shape(parameter.getSchema()),
                        parameter.getExample() == null
                                ? null
                                : parameter.getExample().toString()))
                .toList();
        Set<Integer> statuses = operation.getResponses().getAPIResponses().keySet().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return new Operation(method, path, parameters, content(operation), statuses);
    }

    private @Nullable Content content(org.eclipse.microprofile.openapi.models.Operation operation) {
        if (operation.getRequestBody() == null) {
            return null;
        }
        Map.Entry<String, MediaType> first = operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .entrySet()
                .iterator()
                .next();
        Stream<Object> examples = Stream.concat(
                Stream.ofNullable(first.getValue().getExample()),
                Objects.requireNonNullElse(first.getValue().getExamples(), Map.<String, Example>of()).values().stream()
                        .map(Example::getValue));
        return new Content(
                first.getKey(),
                shape(first.getValue().getSchema()),
                examples.filter(Objects::nonNull).map(ReadDescription::tree).toList());
    }

    private static JsonNode tree(Object example) {
        return JSON.valueToTree(example);
    }

    private Shape shape(@Nullable Schema stated) {
        Schema schema = resolved(stated);
        if (schema == null) {
            return Shape.TEXT;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of())
                .forEach((name, field) -> fields.put(name, shape(field)));
        boolean isAboveLow = schema.getExclusiveMinimum() != null;
        boolean isBelowHigh = schema.getExclusiveMaximum() != null;
        BigDecimal low = isAboveLow ? schema.getExclusiveMinimum() : schema.getMinimum();
        BigDecimal high = isBelowHigh ? schema.getExclusiveMaximum() : schema.getMaximum();
        return new Shape(
                type(schema),
                orNone(schema.getEnumeration()).stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList(),
                fields,
                Set.copyOf(orNone(schema.getRequired())),
                schema.getItems() == null ? null : shape(schema.getItems()),
                Objects.requireNonNullElse(schema.getMinItems(), 0),
                Objects.requireNonNullElse(schema.getMaxItems(), SOME_ITEMS),
                Objects.requireNonNullElse(schema.getMaxLength(), SOME_CHARACTERS),
                low,
                isAboveLow,
                high,
                isBelowHigh,
                schema.getFormat());
    }

    /** The type beside null, where a value may be either. */
    private static String type(Schema schema) {
        return orNone(schema.getType()).stream()
                .filter(type -> type != SchemaType.NULL)
                .findFirst()
                .map(SchemaType::toString)
                .orElse(schema.getProperties() == null ? "string" : "object");
    }

    private @Nullable Schema resolved(@Nullable Schema schema) {
        if (schema == null) {
            return null;
        }
        if (schema.getRef() != null) {
            return resolved(schemas.get(schema.getRef().substring(SCHEMAS.length())));
        }
        return schema.getAnyOf() == null || schema.getAnyOf().isEmpty()
                ? schema
                : resolved(schema.getAnyOf().getFirst());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
