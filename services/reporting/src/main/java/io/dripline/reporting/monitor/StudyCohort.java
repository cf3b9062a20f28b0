package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.DoseBand;
import io.dripline.reporting.baseline.Baseline;
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

    /** What a figure states of whom it was counted in. */
    public static StudyCohort of(Baseline figure) {
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        put(values, Dimension.ROUTE, figure.route());
        put(values, Dimension.FORMULATION, figure.formulation());
        put(values, Dimension.REGIMEN, figure.workings().regimen());
        put(values, Dimension.INDICATION, figure.indication());
        put(values, Dimension.ASCERTAINMENT, figure.ascertainment());
        List<DoseBand> bands = figure.workings().doseBands();
        if (!bands.isEmpty()) {
            values.put(Dimension.DOSE_BAND, bands.stream().map(DoseBand::name).toList());
        }
        return new StudyCohort(values);
    }

    /** Whether the source states nothing that cells are told apart by: then everything resembles it, and nothing does. */
    boolean isUnstated() {
        return values.isEmpty();
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
