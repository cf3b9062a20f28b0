package io.dripline.fuzz;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a description says of a value.
 *
 * @param type JSON's: object, array, string, number, integer or boolean
 * @param choices the only values there are; none: any of the type
 * @param fields of an object, by name
 * @param required names of the fields that it must have
 * @param items of an array; null where nothing is said of them
 * @param fewest items of an array
 * @param most items of an array
 * @param longest text, in characters
 * @param low least number; null: none
 * @param isAboveLow whether {@code low} itself is too little
 * @param high greatest number; null: none
 * @param isBelowHigh whether {@code high} itself is too much
 * @param format of a text, as {@code date-time}; null: none
 */
record Shape(
        String type,
        List<String> choices,
        Map<String, Shape> fields,
        Set<String> required,
        @Nullable Shape items,
        int fewest,
        int most,
        int longest,
        @Nullable BigDecimal low,
        boolean isAboveLow,
        @Nullable BigDecimal high,
        boolean isBelowHigh,
        @Nullable String format) {

    /** Any text. */
    static final Shape TEXT =
            new Shape("string", List.of(), Map.of(), Set.of(), null, 0, 10, 200, null, false, null, false, null);

    Shape {
        choices = List.copyOf(choices);
        required = Set.copyOf(required);
    }
}
