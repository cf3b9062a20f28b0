package io.dripline.contracts.incidence;

import io.dripline.contracts.ContractJson;
import java.util.Map;

/**
 * One partition's share of a cell: the record of {@code dripline.incidence.v1}. The cell is the sum over its shards.
 *
 * @param schema {@link ContractJson#SCHEMA}
 * @param generation the complete count that this share belongs to, 1 or more
 * @param shard the partition whose patients are counted
 * @param version grows with every change of this share within a generation
 * @param exposed exposures in the cell
 * @param awaiting exposures of which at least one event awaits coding
 * @param replaced first courses that counted here until an earlier session of the patient was received (FIRST_COURSE
 *     only, else 0); they are not among {@code exposed}, and may be more
 * @param measures counts by measure id; a measure that is absent has affected 0 and possible {@code awaiting}
 */
public record CellShare(
        int schema,
        int generation,
        int shard,
        long version,
        Cell cell,
        long exposed,
        long awaiting,
        long replaced,
        Map<String, MeasureCount> measures) {

    /**
     * The header that says when the report was received that changed the share: an instant in ISO 8601, UTF-8. Absent where no report
     * did, but an older one was coded anew. Only for measuring how long a report takes.
     */
    public static final String RECEIVED_AT = "dripline-received-at";

    public CellShare {
        if (exposed < 0 || awaiting < 0 || awaiting > exposed || replaced < 0) {
            throw new IllegalArgumentException("expected awaiting within 0 to exposed and replaced of 0 or more, found "
                    + "exposed %d, awaiting %d, replaced %d".formatted(exposed, awaiting, replaced));
        }
        if (measures == null) {
            throw new IllegalArgumentException("measures: expected counts by measure, found none");
        }
        measures = Map.copyOf(measures);
    }

    /** The record's key. */
    public static String key(int shard, Cell cell) {
        return shard + "|" + cell.key();
    }
}
