package io.dripline.reporting.dashboard.baseline;

import io.dripline.contracts.coding.Category;
import io.dripline.reporting.baseline.Standing;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Field;
import io.dripline.reporting.dashboard.layout.Words;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The catalogue as it is filtered.
 *
 * @param fields of the filters, as they were filled in
 * @param elsewhere what is wrong with parameters that the filters do not have
 * @param query of the address, with its question mark; empty where nothing is filtered
 * @param figures that the filters leave; none where these are refused
 * @param all how many figures there are
 */
public record CatalogueView(
        List<Field> fields, List<String> elsewhere, String query, List<FigureView> figures, int all) {

    private static final Map.Entry<String, String> ALL = Map.entry("", "all");

    public CatalogueView {
        fields = List.copyOf(fields);
        elsewhere = List.copyOf(elsewhere);
        figures = List.copyOf(figures);
    }

    /** Whether something is wrong with the filters. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields.stream().anyMatch(field -> field.violation() != null);
    }

    /** @param measures that figures count */
    static List<Field> fields(MultivaluedMap<String, String> stated, Set<String> measures, List<Violation> violations) {
        return List.of(
                choice(
                        "system",
                        "system",
                        Arrays.stream(Category.values())
                                .map(category -> Map.entry(category.name(), Words.measure(category.name())))
                                .toList(),
                        stated,
                        violations),
                choice(
                        "measure",
                        "measure",
                        measures.stream()
                                .map(measure -> Map.entry(measure, Words.measure(measure)))
                                .sorted(Map.Entry.comparingByValue())
                                .toList(),
                        stated,
                        violations),
                choice(
                        "standing",
                        "standing",
                        Arrays.stream(Standing.values())
                                .map(standing -> Map.entry(standing.name(), Words.standing(standing)))
                                .toList(),
                        stated,
                        violations),
                Field.typed(
                        "text",
                        "text in it",
                        value(stated, "text"),
                        "Yang, sedation, 40 %",
                        Violations.of(violations, "text")));
    }

    private static Field choice(
            String name,
            String label,
            List<Map.Entry<String, String>> values,
            MultivaluedMap<String, String> stated,
            List<Violation> violations) {
        return Field.chosen(
                name,
                label,
                value(stated, name),
                "",
                Stream.concat(Stream.of(ALL), values.stream()).toList(),
                Violations.of(violations, name));
    }

    private static String value(MultivaluedMap<String, String> stated, String name) {
        return Objects.requireNonNullElse(stated.getFirst(name), "");
    }
}
