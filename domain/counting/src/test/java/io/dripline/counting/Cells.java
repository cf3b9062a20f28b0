package io.dripline.counting;

import io.dripline.contracts.incidence.Cell;
import java.util.Map;
import java.util.TreeMap;

/** Cell counts in the form of {@link Recount}. */
final class Cells {

    private Cells() {}

    static Map<String, Map<String, Long>> written(Map<Cell, CellCount> cells) {
        Map<String, Map<String, Long>> written = new TreeMap<>();
        cells.forEach((cell, count) -> {
            if (!count.isZero()) {
                written.put(cell.key(), written(count));
            }
        });
        return written;
    }

    /** Each patient's or step's deltas into a running total. */
    static void apply(Map<Cell, CellDelta> deltas, Map<Cell, CellCount> total) {
        deltas.forEach((cell, delta) -> total.put(cell, delta.applyTo(cell, total.getOrDefault(cell, CellCount.ZERO))));
    }

    private static Map<String, Long> written(CellCount count) {
        Map<String, Long> figures = new TreeMap<>();
        figures.put("exposed", count.exposed());
        figures.put("awaiting", count.awaiting());
        figures.put("replaced", count.replaced());
        count.measures().forEach((measure, measured) -> {
            figures.put(measure + " affected", measured.affected());
            figures.put(measure + " possible", measured.possible());
        });
        figures.values().removeIf(figure -> figure == 0);
        return figures;
    }
}
