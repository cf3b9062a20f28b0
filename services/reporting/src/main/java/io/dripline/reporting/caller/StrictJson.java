package io.dripline.reporting.caller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dripline.door.JsonLimits;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a request's body, guessing nothing: no unknown or repeated field, no text for a number or number for a text, no part
 * of a number, nothing after the value. What is wrong is named by its path.
 */
public final class StrictJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonLimits.factory())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final byte[] EMPTY = {'{', '}'};

    private StrictJson() {}

    /** @throws HttpProblem 400 if it is no JSON object of this shape */
    public static <T> T read(InputStream body, Class<T> shape) {
        try {
            T read = MAPPER.readValue(body, shape);
            if (read == null) {
                throw refusal("body", "expected a JSON object, found null");
            }
            return read;
        } catch (StreamConstraintsException e) {
            throw beyondLimits();
        } catch (UnrecognizedPropertyException e) {
            throw refusal(pathOf(e.getPath()), "unknown field");
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamConstraintsException) {
                throw beyondLimits();
            }
            String path = pathOf(e.getPath());
            throw path.isEmpty() ? refusal("body", "expected a JSON object") : refusal(path, expected(e));
        } catch (JsonProcessingException e) {
            throw refusal("body", "expected a JSON object, found what is no JSON");
        } catch (IOException e) {
            throw refusal("body", "expected a JSON object, found an end too early");
        }
    }

    /** As {@link #read}, where no body at all is as good as an empty object. */
    public static <T> T readOrEmpty(InputStream body, Class<T> shape) {
        PushbackInputStream stated = new PushbackInputStream(body);
        try {
            int first = stated.read();
            if (first < 0) {
                return read(new ByteArrayInputStream(EMPTY), shape);
            }
            stated.unread(first);
        } catch (IOException e) {
            throw refusal("body", "expected a JSON object, found an end too early");
        }
        return read(stated, shape);
    }

    private static HttpProblem beyondLimits() {
        return refusal("body", "expected fewer and shorter parts, nested less deeply");
    }

    private static String expected(JsonMappingException e) {
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type == null || !type.isEnum()
                ? "expected another type, see /q/openapi"
                : Arrays.stream(type.getEnumConstants())
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "expected one of ", ""));
    }

    private static HttpProblem refusal(String field, String message) {
        Violations violations = new Violations();
        violations.malformed(field, message);
        return violations.problem();
    }

    private static String pathOf(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
