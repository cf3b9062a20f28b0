package io.dripline.classification.cohort;

import io.dripline.classification.problem.Parameters;
import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.DoseBand;
import io.dripline.contracts.incidence.Regimen;
import io.dripline.contracts.session.Ascertainment;
import io.dripline.contracts.session.Formulation;
import io.dripline.contracts.session.Indication;
import io.dripline.contracts.session.Route;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter over the dimensions of a cell but its week.
 *
 * @param dimensions values by the dimensions' names; empty for all
 */
public record Cohort(Map<String, String> dimensions) {

    public Cohort {
        dimensions = Map.copyOf(dimensions);
    }

    /** Reads the dimensions that are stated. */
    public static Cohort of(Parameters parameters) {
        Map<String, String> dimensions = new HashMap<>();
        parameters.text("clinic").ifPresent(value -> dimensions.put("clinic", value));
        parameters.oneOf("route", Route.class).ifPresent(value -> dimensions.put("route", value));
        parameters.oneOf("regimen", Regimen.class).ifPresent(value -> dimensions.put("regimen", value));
        parameters
                .oneOf("ascertainment", Ascertainment.class)
                .ifPresent(value -> dimensions.put("ascertainment", value));
        parameters
                .oneOf("formulation", Formulation.class, Cell.UNSTATED)
                .ifPresent(value -> dimensions.put("formulation", value));
        parameters
                .oneOf("indication", Indication.class, Cell.UNSTATED)
                .ifPresent(value -> dimensions.put("indication", value));
        parameters
                .oneOf("doseBand", DoseBand.class, Cell.UNSTATED)
                .ifPresent(value -> dimensions.put("doseBand", value));
        return new Cohort(dimensions);
    }

    /** The value that is asked for, null where any will do. */
    public @Nullable String value(String dimension) {
        return dimensions.get(dimension);
    }

    /** Whether a cell has the values that are asked for. */
    public boolean holds(Cell cell) {
        return dimensions.entrySet().stream()
                .allMatch(wanted -> wanted.getValue()
                        .equals(
                                switch (wanted.getKey()) {
                                    case "clinic" -> cell.clinic();
                                    case "route" -> cell.route();
                                    case "formulation" -> cell.formulation();
                                    case "regimen" -> cell.regimen();
                                    case "indication" -> cell.indication();
                                    case "doseBand" -> cell.doseBand();
                                    case "ascertainment" -> cell.ascertainment();
                                    default -> throw new IllegalArgumentException(wanted.getKey());
                                }));
    }
}
