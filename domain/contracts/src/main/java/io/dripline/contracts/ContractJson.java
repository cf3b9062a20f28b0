package io.dripline.contracts;

import static io.dripline.contracts.deadletter.DeadLetterCause.BROKEN_INVARIANT;
import static io.dripline.contracts.deadletter.DeadLetterCause.UNKNOWN_VERSION;
import static io.dripline.contracts.deadletter.DeadLetterCause.UNREADABLE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of every record that crosses Kafka.
 *
 * <p>Fields may be added within a schema version, so unknown ones are ignored on reading. A record of another schema
 * version, or with a value that would have to be guessed, is refused: guessing would miscount silently.
 */
public final class ContractJson {

    /** The schema version that this build writes and reads. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = mapper(new JsonFactory());

    /** Remembers no names of fields: names that never come again would fill the table of them and have it copied each time. */
    private static final ObjectMapper MAPPER_OF_IDS = mapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private ContractJson() {}

    /** Offsets are kept as written: a session's ISO week is that of its own offset. */
    private static ObjectMapper mapper(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    /** The record as UTF-8 JSON. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads a record of {@link #SCHEMA}.
     *
     * @throws RefusedRecordException naming what is wrong
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) {
        return read(MAPPER, json, type);
    }

    /** As {@link #read(byte[], Class)}, for a record whose fields are named by ids; bytes that are no UTF-8 are replaced, not refused. */
    public static <T> T readKeyedByIds(byte @Nullable [] json, Class<T> type) {
        return read(MAPPER_OF_IDS, json, type);
    }

    private static <T> T read(ObjectMapper mapper, byte @Nullable [] json, Class<T> type) {
        if (json == null || json.length == 0) {
            throw new RefusedRecordException(
                    UNREADABLE,
                    "expected a %s, found %s"
                            .formatted(type.getSimpleName(), json == null ? "a tombstone" : "an empty value"));
        }
        JsonNode tree = tree(mapper, json, type);
        JsonNode schema = tree.path("schema");
        if (!schema.isIntegralNumber()) {
            throw new RefusedRecordException(
                    UNREADABLE,
                    "expected a %s of schema %d, found no number of a schema".formatted(type.getSimpleName(), SCHEMA));
        }
        if (!schema.canConvertToInt() || schema.intValue() != SCHEMA) {
            throw new RefusedRecordException(
                    UNKNOWN_VERSION,
                    "expected a %s of schema %d, found schema %s"
                            .formatted(
                                    type.getSimpleName(), SCHEMA, schema.canConvertToInt() ? schema : "out of range"));
        }
        try {
            return mapper.treeToValue(tree, type);
        } catch (ValueInstantiationException e) {
            throw new RefusedRecordException(BROKEN_INVARIANT, field(e, type) + ": " + ruleBroken(e));
        } catch (JsonMappingException e) {
            throw new RefusedRecordException(UNREADABLE, field(e, type) + ": expected " + expected(e));
        } catch (JsonProcessingException e) {
            throw notJson(type, e);
        }
    }

    private static JsonNode tree(ObjectMapper mapper, byte[] json, Class<?> type) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw notJson(type, e);
        } catch (IOException e) {
            throw new RefusedRecordException(
                    UNREADABLE, "expected a %s in JSON, found no text".formatted(type.getSimpleName()));
        }
    }

    /** Only where: the parser's own words quote what it found there. */
    private static RefusedRecordException notJson(Class<?> type, JsonProcessingException e) {
        String where = e.getLocation() == null || e.getLocation().getByteOffset() < 0
                ? ""
                : " at byte " + e.getLocation().getByteOffset();
        return new RefusedRecordException(
                UNREADABLE, "expected a %s in JSON, found something else%s".formatted(type.getSimpleName(), where));
    }

    /** The records' own constructors name fields and numbers, and quote no text. */
    private static String ruleBroken(ValueInstantiationException e) {
        return e.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null
                ? rule.getMessage()
                : "expected every value that its type asks for, found one missing";
    }

    private static String expected(JsonMappingException e) {
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == null) {
            return "a value of its type";
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "one of ", ""))
                : "a value of type " + type.getSimpleName();
    }

    /** The path of a field; a name that no record of ours has may be anything and is not repeated. */
    private static String field(JsonMappingException e, Class<?> type) {
        StringBuilder path = new StringBuilder(type.getSimpleName());
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append('.')
                        .append(step.getFieldName().matches("[A-Za-z][A-Za-z-]{0,39}") ? step.getFieldName() : "?");
            }
        }
        return path.toString();
    }
}
