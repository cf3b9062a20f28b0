package io.dripline.classification.cases;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are asked for.
 *
 * @param measure ANY, SERIOUS, a category, a measure or a term; null: every exposure with an event, whatever it was
 * @param possible whether exposures that only await review are listed too
 * @param dimensions values of a cell's dimensions by their names
 * @param from first ISO week of start, null: the first there is
 * @param to last ISO week of start, null: the last there is
 * @param asOf the time at which the codings were stored at the latest
 */
record CaseQuestion(
        @Nullable String measure,
        boolean possible,
        Unit unit,
        Map<String, String> dimensions,
        @Nullable IsoWeek from,
        @Nullable IsoWeek to,
        Instant asOf) {

    /** Whether a cell has the values that are asked for. */
    boolean isAbout(Cell cell) {
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
