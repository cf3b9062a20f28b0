package io.dripline.reporting.dashboard.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, as it was filled in: what cannot be read stays in it, beside what is wrong with it.
 *
 * @param name of the parameter, and its id on the page
 * @param value as it was stated, empty where it was not
 * @param example shown where a typed one is empty
 * @param options to choose from; empty where it is typed
 * @param violation what is wrong with the value, null if nothing is
 */
public record Field(
        String name,
        String label,
        String value,
        String example,
        List<Option> options,
        @Nullable String violation) {

    /** A value to choose. */
    public record Option(String value, String label, boolean selected) {}

    public Field {
        options = List.copyOf(options);
    }

    /** One that is typed. */
    public static Field typed(String name, String label, String value, String example, @Nullable String violation) {
        return new Field(name, label, value, example, List.of(), violation);
    }

    /**
     * One that is chosen.
     *
     * @param unstated the value that holds where none is stated
     * @param values each with its label, in their order
     */
    public static Field chosen(
            String name,
            String label,
            String value,
            String unstated,
            List<Map.Entry<String, String>> values,
            @Nullable String violation) {
        String chosen = value.isEmpty() ? unstated : value;
        List<Option> options = new ArrayList<>(values.stream()
                .map(option -> new Option(
                        option.getKey(), option.getValue(), option.getKey().equals(chosen)))
                .toList());
        // What nobody could choose is kept, so that it can be seen and changed.
        if (options.stream().noneMatch(Option::selected)) {
            options.add(new Option(chosen, chosen, true));
        }
        return new Field(name, label, value, "", options, violation);
    }
}
