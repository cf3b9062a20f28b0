package io.dripline.counting;

import io.dripline.contracts.incidence.MeasureCount;
import java.util.HashMap;
import java.util.Map;

/**
 * What a cell counts.
 *
 * @param exposed exposures
 * @param awaiting exposures of which an event awaits review
 * @param replaced first courses that counted here until an earlier session of the patient was received (FIRST_COURSE
 *     only, else 0); they are not among {@code exposed}, and may be more
 * @param measures counts by measure id; a measure without an affected exposure is left out, its possible is
 *     {@code awaiting}
 */
public record CellCount(long exposed, long awaiting, long replaced, Map<String, MeasureCount> measures) {

    public static final CellCount ZERO = new CellCount(0, 0, 0, Map.of());

    public CellCount {
        if (awaiting < 0 || awaiting > exposed || replaced < 0) {
            throw new IllegalArgumentException("expected awaiting within 0 to exposed and replaced of 0 or more, found "
                    + "exposed %d, awaiting %d, replaced %d".formatted(exposed, awaiting, replaced));
        }
        for (Map.Entry<String, MeasureCount> entry : measures.entrySet()) {
            MeasureCount count = entry.getValue();
            long most = Math.min(exposed, count.affected() + awaiting);
            long least = count.affected() == 0 ? most : Math.max(count.affected(), awaiting);
            if (count.possible() < least || count.possible() > most) {
                throw new IllegalArgumentException("%s: expected possible within %d to %d, found %d"
                        .formatted(entry.getKey(), least, most, count.possible()));
            }
        }
        measures = affected(measures);
    }

    private static Map<String, MeasureCount> affected(Map<String, MeasureCount> measures) {
        for (MeasureCount count : measures.values()) {
            if (count.affected() <= 0) {
                Map<String, MeasureCount> affected = new HashMap<>(measures);
                affected.values().removeIf(one -> one.affected() <= 0);
                return Map.copyOf(affected);
            }
        }
        return Map.copyOf(measures);
    }

    /** The measure's counts, also where no exposure is affected. */
    public MeasureCount measure(String measure) {
        return measures.getOrDefault(measure, new MeasureCount(0, awaiting));
    }

    /** The count of both, which must not share an exposure. */
    public CellCount plus(CellCount other) {
        return CellDelta.between(ZERO, other).applyTo(this);
    }

    /** Whether nothing is counted: neither an exposure nor one that was replaced. */
    public boolean isZero() {
        return exposed == 0 && replaced == 0;
    }
}
