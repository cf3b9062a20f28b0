package io.dripline.reporting.dashboard.clinics;

import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.FilterForm;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.Dimension;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What clinics can be compared by. */
final class ClinicFilters {

    private static final String WEEK = "2026-W01";

    private ClinicFilters() {}

    /** The form for what was asked. */
    static FilterForm of(MultivaluedMap<String, String> stated, List<Violation> violations) {
        FilterForm.Filled filled = new FilterForm.Filled(stated, violations)
                .chosen(
                        "measure",
                        "measure",
                        Measures.ANY,
                        Stream.of(
                                        Stream.of(Measures.ANY, Measures.SERIOUS),
                                        Arrays.stream(Category.values()).map(Category::name),
                                        Measures.standard().defined().stream().map(union -> union.id()))
                                .flatMap(Function.identity())
                                .map(measure -> Map.entry(measure, Words.measure(measure)))
                                .toList())
                .chosen(
                        "unit",
                        "counted as",
                        Unit.FIRST_COURSE.name(),
                        Arrays.stream(Unit.values())
                                .map(unit -> Map.entry(unit.name(), Words.units(unit)))
                                .toList());
        Dimension.ofCohorts().stream()
                .filter(dimension -> dimension != Dimension.CLINIC)
                .forEach(dimension -> filled.chosenOrAll(
                        dimension.field(),
                        Words.dimension(dimension.field()),
                        dimension.possibleValues().stream()
                                .map(value -> Map.entry(value, Words.value(dimension.field(), value)))
                                .toList()));
        return filled.typed("from", "first week", WEEK)
                .typed("to", "last week", WEEK)
                .form();
    }
}
