package io.dripline.reporting.dashboard.report;

import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.dashboard.report.SessionField.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form as it was filled in.
 *
 * @param name of the field, and its id on the page
 * @param value as it was typed, empty where it was not
 * @param hint what may stand in it; empty where the options tell
 * @param options to choose from; empty where it is typed
 * @param violation what is wrong with the value, null if nothing is
 */
public record FormField(
        String name,
        String label,
        String value,
        String hint,
        boolean required,
        Shape shape,
        List<Option> options,
        @Nullable String violation) {

    /** How it is drawn. */
    public enum Shape {
        LINE,
        LINES,
        NUMBER,
        TIME,
        ONE_OF,
        ANY_OF
    }

    /** A value to choose. */
    public record Option(String value, String label, boolean selected) {}

    /** What a browser's own input for a time makes. */
    private static final Pattern PICKED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    public FormField {
        options = List.copyOf(options);
    }

    static FormField of(SessionField field, String name, String value, @Nullable String violation) {
        boolean isChosen = !field.options().isEmpty();
        return new FormField(
                name,
                field.label(),
                value,
                isChosen || field.kind() == Kind.TIME ? "" : field.expected(),
                field.required(),
                switch (field.kind()) {
                    case TEXT -> Shape.LINE;
                    case WORDS -> Shape.LINES;
                    case NUMBER -> Shape.NUMBER;
                    case TIME -> Shape.TIME;
                    case CHOICE, YES_NO -> Shape.ONE_OF;
                    case CHOICES -> Shape.ANY_OF;
                },
                isChosen ? options(field, value) : List.of(),
                violation);
    }

    private static List<Option> options(SessionField field, String value) {
        List<String> chosen = Arrays.stream(value.split(";")).map(String::strip).toList();
        List<Option> options = new ArrayList<>();
        if (field.kind() != Kind.CHOICES) {
            options.add(new Option("", field.required() ? "please choose" : "not stated", value.isEmpty()));
        }
        field.options()
                .forEach(option ->
                        options.add(new Option(option, Words.value(field.name(), option), chosen.contains(option))));
        // What nobody could choose is kept, so that it can be seen and changed.
        if (field.kind() != Kind.CHOICES && options.stream().noneMatch(Option::selected)) {
            options.add(new Option(value, value, true));
        }
        return options;
    }

    public boolean isLine() {
        return shape == Shape.LINE || shape == Shape.NUMBER || shape == Shape.TIME;
    }

    public boolean isLines() {
        return shape == Shape.LINES;
    }

    public boolean isOneOf() {
        return shape == Shape.ONE_OF;
    }

    public boolean isAnyOf() {
        return shape == Shape.ANY_OF;
    }

    /** Of an input. A browser empties one for a time whose value it cannot read, and takes no offset in it. */
    public String type() {
        boolean isPicked = value.isEmpty() || PICKED.matcher(value).matches();
        return shape == Shape.TIME && isPicked && violation == null ? "datetime-local" : "text";
    }

    /** Which keyboard a phone shows. */
    public String inputmode() {
        return shape == Shape.NUMBER ? "decimal" : "text";
    }

    /** What describes it on the page, by ids; empty where nothing does. */
    public String describedBy() {
        return Stream.of(hint.isEmpty() ? "" : name + "-hint", violation == null ? "" : name + "-violation")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
