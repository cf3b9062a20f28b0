package io.dripline.intake.request;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dripline.door.JsonLimits;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body, guessing nothing: no unknown or repeated field, no text for a number, no number for a text,
 * no null in a list, no time without an offset.
 *
 * <p>What is wrong is named by its path and by what was expected, never by what was sent: that may hold a patient.
 */
public final class StrictJson {

    /** The longest body, in bytes: 1 MiB. */
    public static final int LIMIT = 1 << 20;

    /** The longest body of many lines, in bytes: 64 MiB. */
    public static final int LONGEST_BATCH = 64 << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonLimits.factory())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .withCoercionConfig(LogicalType.Textual, text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(new SimpleModule()
                    .addDeserializer(OffsetDateTime.class, new OffsetDateTimeReader())
                    .addDeserializer(Double.class, new NumberReader()))
            .addHandler(new CollectProblems())
            .build();

    private StrictJson() {}

    /**
     * The body as a {@code type}.
     *
     * @throws HttpProblem 413 beyond {@link #LIMIT}, 400 if it cannot be read
     */
    public static <T> T read(InputStream body, Class<T> type) {
        try {
            byte[] json = body.readNBytes(LIMIT + 1);
            if (json.length > LIMIT) {
                throw Refusal.tooLong(LIMIT);
            }
            return read(json, type);
        } catch (IOException e) {
            throw Refusal.malformed("The body ended early", List.of());
        }
    }

    /** As {@link #read(InputStream, Class)}, for what was read already and is within its limit. */
    public static <T> T read(byte[] json, Class<T> type) {
        List<Violation> violations = new ArrayList<>();
        @Nullable T value = null;
        try {
            value = MAPPER.readerFor(type)
                    .withAttribute(CollectProblems.VIOLATIONS, violations)
                    .readValue(json);
        } catch (StreamConstraintsException e) {
            throw beyondLimits();
        } catch (StreamReadException e) {
            throw Refusal.malformed("Not valid JSON" + where(e), List.of());
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamConstraintsException) {
                throw beyondLimits();
            }
            violations.add(new Violation(FieldPath.of(e.getPath()), "cannot be read: expected " + Expectation.of(e)));
        } catch (IOException e) {
            throw Refusal.malformed("Not valid JSON", List.of());
        }
        if (!violations.isEmpty()) {
            throw Refusal.malformed("The request cannot be read", violations);
        }
        if (value == null) {
            throw Refusal.malformed("Expected a JSON object", List.of());
        }
        return value;
    }

    private static HttpProblem beyondLimits() {
        return Refusal.malformed(
                "The JSON is nested too deeply, has too many parts, or a name or number in it is too long", List.of());
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
