package io.dripline.reporting.dashboard.clinics;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of filters, as it was filled in.
 *
 * @param elsewhere what is wrong with parameters that the form does not have
 */
public record ClinicFilters(List<Field> fields, List<String> elsewhere) {

    private static final String WEEK = "2026-W01";

    public ClinicFilters {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether something is wrong. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields.stream().anyMatch(field -> field.violation() != null);
    }

    static ClinicFilters of(MultivaluedMap<String, String> stated, List<Violation> violations) {
        List<Field> fields = new ArrayList<>();
        fields.add(chosen(
                "measure",
                "measure",
                Measures.ANY,
                Stream.of(
                                Stream.of(Measures.ANY, Measures.SERIOUS),
                                Arrays.stream(Category.values()).map(Category::name),
                                Measures.standard().defined().stream().map(union -> union.id()))
                        .flatMap(Function.identity())
                        .map(measure -> Map.entry(measure, Words.measure(measure)))
                        .toList(),
                stated,
                violations));
        fields.add(chosen(
                "unit",
                "counted as",
                Unit.FIRST_COURSE.name(),
                Arrays.stream(Unit.values())
                        .map(unit -> Map.entry(unit.name(), Words.units(unit)))
                        .toList(),
                stated,
                violations));
        Dimension.ofCohorts().stream()
                .filter(dimension -> dimension != Dimension.CLINIC)
                .map(dimension -> chosen(
                        dimension.field(),
                        Words.dimension(dimension.field()),
                        "",
                        Stream.concat(
                                        Stream.of(Map.entry("", "all")),
                                        dimension.possibleValues().stream()
                                                .map(value -> Map.entry(value, Words.value(dimension.field(), value))))
                                .toList(),
                        stated,
                        violations))
                .forEach(fields::add);
        fields.add(typed("from", "first week", stated, violations));
        fields.add(typed("to", "last week", stated, violations));
        Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
        return new ClinicFilters(fields, Violations.elsewhere(violations, known));
    }

    private static Field chosen(
            String name,
            String label,
            String unstated,
            List<Map.Entry<String, String>> values,
            MultivaluedMap<String, String> stated,
            List<Violation> violations) {
        return Field.chosen(name, label, value(stated, name), unstated, values, Violations.of(violations, name));
    }

    private static Field typed(
            String name, String label, MultivaluedMap<String, String> stated, List<Violation> violations) {
        return Field.typed(name, label, value(stated, name), WEEK, Violations.of(violations, name));
    }

    private static String value(MultivaluedMap<String, String> stated, String name) {
        return Objects.requireNonNullElse(stated.getFirst(name), "");
    }
}
