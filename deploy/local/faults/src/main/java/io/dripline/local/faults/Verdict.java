package io.dripline.local.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found after a cycle. Every list is a sentence for each case, and empty where all is well.
 *
 * @param lost acknowledged and not in PostgreSQL, or in an older version
 * @param twice in PostgreSQL as two sessions, or answered as two
 * @param cells figures in which streamed counts differ from the recount, so that something is counted twice, not counted, or counted
 *     without being there
 * @param alerts not raised, lost, raised twice, or in Kafka other than in PostgreSQL
 */
public record Verdict(List<String> lost, List<String> twice, List<String> cells, List<String> alerts) {

    public Verdict {
        lost = List.copyOf(lost);
        twice = List.copyOf(twice);
        cells = List.copyOf(cells);
        alerts = List.copyOf(alerts);
    }

    /** Whether nothing is wrong. */
    public boolean isWell() {
        return all().isEmpty();
    }

    /** Every fault that was found. */
    public List<String> all() {
        var all = new ArrayList<>(lost);
        all.addAll(twice);
        all.addAll(cells);
        all.addAll(alerts);
        return all;
    }
}
