package io.dripline.intake.request;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a field should have held, in a clinic's words. */
final class Expectation {

    private Expectation() {}

    static String of(JsonMappingException e) {
        return e instanceof MismatchedInputException mismatch ? of(mismatch.getTargetType()) : "another value";
    }

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == OffsetDateTime.class) {
            return "a time with its offset, as 2026-11-22T09:00:00+11:00";
        }
        if (type == Integer.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "an array without nulls" : "an object";
    }
}
