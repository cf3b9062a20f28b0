package io.dripline.reporting.baseline;

import io.dripline.contracts.incidence.DoseBand;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.reporting.incidence.Dimension;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cohort that a study printed, in the dimensions that cells are told apart by.
 *
 * @param values for each dimension that the source states, the values that are of the cohort
 */
public record StudyCohort(Map<Dimension, List<String>> values) {

    /** What the source of a figure states of whom it was counted in. */
    public static StudyCohort of(Baseline figure) {
        return of(figure, figure.ascertainment());
    }

    /** The same, with how events were ascertained as a null of the figure states it, where it does. */
    public static StudyCohort of(Baseline figure, EventCounting states) {
        return of(figure, states.ascertainment() == null ? figure.ascertainment() : states.ascertainment());
    }

    private static StudyCohort of(Baseline figure, @Nullable Ascertainment ascertainment) {
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        put(values, Dimension.ROUTE, figure.route());
        put(values, Dimension.FORMULATION, figure.formulation());
        put(values, Dimension.REGIMEN, figure.workings().regimen());
        put(values, Dimension.INDICATION, figure.indication());
        put(values, Dimension.ASCERTAINMENT, ascertainment);
        List<DoseBand> bands = figure.workings().doseBands();
        if (!bands.isEmpty()) {
            values.put(Dimension.DOSE_BAND, bands.stream().map(DoseBand::name).toList());
        }
        return new StudyCohort(values);
    }

    /** Whether the source states nothing that cells are told apart by: then everything resembles it, and nothing does. */
    public boolean isUnstated() {
        return values.isEmpty();
    }

    /**
     * Whether nothing that the source states is another thing in an observed cohort.
     *
     * @param filter values of dimensions by their names; one that is not named has every value
     */
    public boolean mayBe(Map<String, String> filter) {
        return values.entrySet().stream().allMatch(stated -> {
            String asked = filter.get(stated.getKey().field());
            return asked == null || stated.getValue().contains(asked);
        });
    }

    /** What a monitor can filter by: a filter has one value, so a dimension of which the source has several is left out. */
    public Map<String, String> filter() {
        Map<String, String> filter = new LinkedHashMap<>();
        values.forEach((dimension, of) -> {
            if (of.size() == 1) {
                filter.put(dimension.field(), of.getFirst());
            }
        });
        return filter;
    }

    private static void put(Map<Dimension, List<String>> values, Dimension dimension, @Nullable Enum<?> value) {
        if (value != null) {
            values.put(dimension, List.of(value.name()));
        }
    }
}
