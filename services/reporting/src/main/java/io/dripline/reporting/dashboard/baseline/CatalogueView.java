package io.dripline.reporting.dashboard.baseline;

import io.dripline.contracts.coding.Category;
import io.dripline.reporting.baseline.Standing;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.FilterForm;
import io.dripline.reporting.dashboard.layout.Words;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The catalogue as it is filtered.
 *
 * @param query of the address, with its question mark; empty where nothing is filtered
 * @param figures that the filters leave; none where these are refused
 * @param all how many figures there are
 */
public record CatalogueView(FilterForm filters, String query, List<FigureView> figures, int all) {

    public CatalogueView {
        figures = List.copyOf(figures);
    }

    /** @param measures that figures count */
    static FilterForm filters(MultivaluedMap<String, String> stated, Set<String> measures, List<Violation> violations) {
        return new FilterForm.Filled(stated, violations)
                .chosenOrAll(
                        "system",
                        "system",
                        Arrays.stream(Category.values())
                                .map(category -> Map.entry(category.name(), Words.measure(category.name())))
                                .toList())
                .chosenOrAll(
                        "measure",
                        "measure",
                        measures.stream()
                                .map(measure -> Map.entry(measure, Words.measure(measure)))
                                .sorted(Map.Entry.comparingByValue())
                                .toList())
                .chosenOrAll(
                        "standing",
                        "standing",
                        Arrays.stream(Standing.values())
                                .map(standing -> Map.entry(standing.name(), Words.standing(standing)))
                                .toList())
                .typed("text", "text in it", "Yang, sedation, 40 %")
                .form();
    }
}
