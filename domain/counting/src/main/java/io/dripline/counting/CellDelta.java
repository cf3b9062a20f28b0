package io.dripline.counting;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.MeasureCount;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How a cell's count changes; every number may be negative.
 *
 * @param measures changes by measure id; a measure that is left out changes affected by 0 and possible by
 *     {@code awaiting}
 */
public record CellDelta(long exposed, long awaiting, long replaced, Map<String, MeasureDelta> measures) {

    /** How a measure's count changes. */
    public record MeasureDelta(long affected, long possible) {}

    public CellDelta {
        measures = Map.copyOf(measures);
    }

    /** The change that turns {@code before} into {@code after}. */
    public static CellDelta between(CellCount before, CellCount after) {
        long awaiting = after.awaiting() - before.awaiting();
        Map<String, MeasureDelta> measures = new HashMap<>();
        for (String measure : union(before.measures().keySet(), after.measures().keySet())) {
            MeasureCount old = before.measure(measure);
            MeasureCount now = after.measure(measure);
            var delta = new MeasureDelta(now.affected() - old.affected(), now.possible() - old.possible());
            if (delta.affected != 0 || delta.possible != awaiting) {
                measures.put(measure, delta);
            }
        }
        return new CellDelta(
                after.exposed() - before.exposed(), awaiting, after.replaced() - before.replaced(), measures);
    }

    /** The changes that turn one patient's contributions into another; cells that do not change are left out. */
    public static Map<Cell, CellDelta> between(Map<Cell, CellCount> before, Map<Cell, CellCount> after) {
        Map<Cell, CellDelta> deltas = new LinkedHashMap<>();
        for (Cell cell : union(before.keySet(), after.keySet())) {
            CellCount old = before.getOrDefault(cell, CellCount.ZERO);
            CellCount now = after.getOrDefault(cell, CellCount.ZERO);
            if (!old.equals(now)) {
                deltas.put(cell, between(old, now));
            }
        }
        return deltas;
    }

    /**
     * The cell's count after this change.
     *
     * @throws IllegalStateException naming the cell, if a count would become negative or contradict another: then the
     *     count did not hold what this change takes away
     */
    public CellCount applyTo(Cell cell, CellCount count) {
        try {
            return applyTo(count);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "cell %s: %s cannot change by %s: %s".formatted(cell.key(), count, this, e.getMessage()), e);
        }
    }

    CellCount applyTo(CellCount count) {
        Map<String, MeasureCount> counts = new HashMap<>(count.measures());
        MeasureDelta ofOthers = new MeasureDelta(0, awaiting);
        // The others change only where another exposure awaits coding, or one no longer does.
        for (String measure :
                awaiting == 0 ? measures.keySet() : union(count.measures().keySet(), measures.keySet())) {
            MeasureCount old = count.measure(measure);
            MeasureDelta delta = measures.getOrDefault(measure, ofOthers);
            counts.put(measure, new MeasureCount(old.affected() + delta.affected, old.possible() + delta.possible));
        }
        return new CellCount(
                count.exposed() + exposed, count.awaiting() + awaiting, count.replaced() + replaced, counts);
    }

    private static <T> Set<T> union(Set<T> first, Set<T> second) {
        if (second.isEmpty()) {
            return first;
        }
        if (first.isEmpty()) {
            return second;
        }
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }
}
