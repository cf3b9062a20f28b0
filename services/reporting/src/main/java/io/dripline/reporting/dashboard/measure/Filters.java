package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.Dimension;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of filters, as it was filled in: what cannot be read stays in it, beside what is wrong with it.
 *
 * @param fields in the order in which they are asked
 * @param elsewhere what is wrong with parameters that the form does not have
 */
public record Filters(List<Field> fields, List<String> elsewhere) {

    /**
     * One filter.
     *
     * @param name of the parameter
     * @param value as it was stated, empty where it was not
     * @param options to choose from; empty where it is typed
     * @param violation what is wrong with the value, null if nothing is
     */
    public record Field(
            String name,
            String label,
            String value,
            List<Option> options,
            @Nullable String violation) {}

    /** A value to choose. */
    public record Option(String value, String label, boolean selected) {}

    public Filters {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether something is wrong. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields.stream().anyMatch(field -> field.violation() != null);
    }

    /**
     * The form for what was asked.
     *
     * @param stated the address's parameters
     * @param clinics every clinic that was ever seen
     */
    static Filters of(MultivaluedMap<String, String> stated, List<String> clinics, List<Violation> violations) {
        Read read = new Read(stated, violations);
        List<Field> fields = new ArrayList<>();
        fields.add(read.choice(
                "unit",
                "counted as",
                Arrays.stream(Unit.values())
                        .map(unit -> Map.entry(unit.name(), Words.units(unit)))
                        .toList(),
                "FIRST_COURSE"));
        for (Dimension dimension : Dimension.ofCohorts()) {
            String name = dimension.field();
            List<String> values = dimension == Dimension.CLINIC ? clinics : dimension.possibleValues();
            fields.add(read.choice(
                    name,
                    Words.dimension(name),
                    Stream.concat(
                                    Stream.of(Map.entry("", "all")),
                                    values.stream().map(value -> Map.entry(value, Words.value(name, value))))
                            .toList(),
                    ""));
        }
        fields.add(read.typed("from", "first week"));
        fields.add(read.typed("to", "last week"));
        Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
        return new Filters(
                fields,
                violations.stream()
                        .filter(violation -> !known.contains(violation.field()))
                        .map(violation -> violation.field() + ": " + violation.message())
                        .toList());
    }

    private record Read(MultivaluedMap<String, String> stated, List<Violation> violations) {

        Field choice(String name, String label, List<Map.Entry<String, String>> values, String unstated) {
            String value = value(name);
            String chosen = value.isEmpty() ? unstated : value;
            List<Option> options = new ArrayList<>(values.stream()
                    .map(option -> new Option(
                            option.getKey(), option.getValue(), option.getKey().equals(chosen)))
                    .toList());
            // What nobody could choose is kept, so that it can be seen and changed.
            if (options.stream().noneMatch(Option::selected)) {
                options.add(new Option(chosen, chosen, true));
            }
            return new Field(name, label, value, List.copyOf(options), violation(name));
        }

        Field typed(String name, String label) {
            return new Field(name, label, value(name), List.of(), violation(name));
        }

        private String value(String name) {
            return Objects.requireNonNullElse(stated.getFirst(name), "");
        }

        private @Nullable String violation(String name) {
            List<String> messages = violations.stream()
                    .filter(violation -> violation.field().equals(name))
                    .map(Violation::message)
                    .toList();
            return messages.isEmpty() ? null : String.join("; ", messages);
        }
    }
}
