package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Field;
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
        return new Filters(fields, Violations.elsewhere(violations, known));
    }

    private record Read(MultivaluedMap<String, String> stated, List<Violation> violations) {

        Field choice(String name, String label, List<Map.Entry<String, String>> values, String unstated) {
            return Field.chosen(name, label, value(name), unstated, values, violation(name));
        }

        Field typed(String name, String label) {
            return Field.typed(name, label, value(name), "2026-W01", violation(name));
        }

        private String value(String name) {
            return Objects.requireNonNullElse(stated.getFirst(name), "");
        }

        private @Nullable String violation(String name) {
            return Violations.of(violations, name);
        }
    }
}
