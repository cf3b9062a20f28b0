package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Unit;
import java.time.Instant;
import java.util.List;

/**
 * An answer of {@code GET /api/incidence}, and the {@code incidence} event of the stream.
 *
 * @param asOf when the newest change counted here was applied
 * @param generation the complete count that was read
 */
public record Incidence(String measure, Unit unit, List<Rate> rows, Instant asOf, int generation) {

    public Incidence {
        rows = List.copyOf(rows);
    }
}
