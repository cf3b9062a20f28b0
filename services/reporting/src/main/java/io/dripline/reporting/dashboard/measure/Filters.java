package io.dripline.reporting.dashboard.measure;

import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.FilterForm;
import io.dripline.reporting.dashboard.layout.Words;
import io.dripline.reporting.incidence.Dimension;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a measure's page can be asked for. */
final class Filters {

    private static final String WEEK = "2026-W01";

    private Filters() {}

    /**
     * The form for what was asked.
     *
     * @param stated the address's parameters
     * @param clinics every clinic that was ever seen
     */
    static FilterForm of(MultivaluedMap<String, String> stated, List<String> clinics, List<Violation> violations) {
        FilterForm.Filled filled = new FilterForm.Filled(stated, violations)
                .chosen(
                        "unit",
                        "counted as",
                        Unit.FIRST_COURSE.name(),
                        Arrays.stream(Unit.values())
                                .map(unit -> Map.entry(unit.name(), Words.units(unit)))
                                .toList());
        for (Dimension dimension : Dimension.ofCohorts()) {
            String name = dimension.field();
            List<String> values = dimension == Dimension.CLINIC ? clinics : dimension.possibleValues();
            filled.chosenOrAll(
                    name,
                    Words.dimension(name),
                    values.stream()
                            .map(value -> Map.entry(value, Words.value(name, value)))
                            .toList());
        }
        return filled.typed("from", "first week", WEEK)
                .typed("to", "last week", WEEK)
                .form();
    }
}
