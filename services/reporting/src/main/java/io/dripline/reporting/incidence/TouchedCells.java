package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where counts changed.
 *
 * @param clinics whose counts changed
 * @param cells that changed; null for more than {@value #MOST}, which are told by their clinics alone
 */
public record TouchedCells(Set<String> clinics, @Nullable Set<Cell> cells) {

    /** To look for each monitor's among more of them would cost more than to judge it. */
    static final int MOST = 1000;

    public static final TouchedCells NONE = new TouchedCells(Set.of(), Set.of());

    public TouchedCells {
        clinics = Set.copyOf(clinics);
        cells = cells == null || cells.size() > MOST ? null : Set.copyOf(cells);
    }

    /** These and more. */
    public TouchedCells and(Set<Cell> more) {
        Set<String> all = new HashSet<>(clinics);
        more.forEach(cell -> all.add(cell.clinic()));
        if (cells == null) {
            return new TouchedCells(all, null);
        }
        Set<Cell> both = new HashSet<>(cells);
        both.addAll(more);
        return new TouchedCells(all, both);
    }

    boolean isEmpty() {
        return clinics.isEmpty();
    }

    /**
     * Whether counts of a cohort may have changed.
     *
     * @param cohort values that exposures must have, by dimension
     * @param from the first week that is counted, null for all
     */
    boolean touch(Unit unit, Map<String, String> cohort, @Nullable IsoWeek from) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        cohort.forEach((field, value) -> values.put(Dimension.named(field).orElseThrow(), value));
        if (cells == null) {
            String clinic = values.get(Dimension.CLINIC);
            return clinic == null || clinics.contains(clinic);
        }
        return cells.stream()
                .anyMatch(cell -> cell.unit() == unit
                        && (from == null || cell.week().compareTo(from) >= 0)
                        && values.entrySet().stream()
                                .allMatch(one -> one.getKey().of(cell).equals(one.getValue())));
    }
}
