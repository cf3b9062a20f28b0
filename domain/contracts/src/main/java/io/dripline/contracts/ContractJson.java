package io.dripline.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of every record that crosses Kafka.
 *
 * <p>Fields may be added within a schema version, so unknown ones are ignored on reading. A record of another schema
 * version is refused: guessing its meaning would miscount silently.
 */
public final class ContractJson {

    /** The schema version that this build writes and reads. */
    public static final int SCHEMA = 1;

    /** Offsets are kept as written: a session's ISO week is that of its own offset. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private ContractJson() {}

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
     * @throws UnreadableRecordException naming what is wrong
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) {
        if (json == null) {
            throw new UnreadableRecordException("expected a " + type.getSimpleName() + ", found an empty record", null);
        }
        try {
            JsonNode tree = MAPPER.readTree(json);
            JsonNode schema = tree.path("schema");
            if (!schema.isInt() || schema.intValue() != SCHEMA) {
                throw new UnreadableRecordException(
                        "expected a %s of schema %d, found schema %s"
                                .formatted(type.getSimpleName(), SCHEMA, schema.isMissingNode() ? "missing" : schema),
                        null);
            }
            return MAPPER.treeToValue(tree, type);
        } catch (IOException e) {
            throw new UnreadableRecordException("not a readable %s".formatted(type.getSimpleName()), e);
        }
    }
}
