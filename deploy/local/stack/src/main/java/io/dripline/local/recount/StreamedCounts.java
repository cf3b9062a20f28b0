package io.dripline.local.recount;

import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.counting.CellCount;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What reporting shows: the active generation's cells summed over shards, its roll-ups, or sums over them, by a key for each. */
final class StreamedCounts {

    private static final String CELLS = """
            select unit || '|' || week || '|' || clinic || '|' || route || '|' || formulation || '|' || regimen || '|'
                   || indication || '|' || dose_band || '|' || ascertainment as key,
                   sum(exposed) as exposed, sum(awaiting) as awaiting, sum(replaced) as replaced
              from cell join generation g on g.id = generation and g.active
             group by 1
            """;

    private static final String CELL_MEASURES = """
            select unit || '|' || week || '|' || clinic || '|' || route || '|' || formulation || '|' || regimen || '|'
                   || indication || '|' || dose_band || '|' || ascertainment as key,
                   measure, sum(affected) as affected, sum(settled) as settled
              from cell join generation g on g.id = generation and g.active join cell_measure on cell_id = cell.id
             group by 1, 2
            """;

    private static final String ROLL_UPS = """
            select unit || '|' || week || '|' || clinic || '|' || route as key, exposed, awaiting, replaced
              from rollup join generation g on g.id = generation and g.active
            """;

    private static final String ROLL_UP_MEASURES = """
            select unit || '|' || week || '|' || clinic || '|' || route as key, measure, affected, settled
              from rollup join generation g on g.id = generation and g.active
              join rollup_measure on rollup_id = rollup.id
            """;

    private static final String SUMS = """
            select summed_over || '|' || unit || '|' || week || '|' || clinic || '|' || route as key, exposed, awaiting, replaced
              from marginal join generation g on g.id = generation and g.active
            """;

    private static final String SUM_MEASURES = """
            select summed_over || '|' || unit || '|' || week || '|' || clinic || '|' || route as key, measure, affected, settled
              from marginal_measure join generation g on g.id = generation and g.active
            """;

    private static final String SUMS_ARE_KEPT = "select in_marginals from generation where active";

    private record Exposures(String key, long exposed, long awaiting, long replaced) {}

    private record Affected(String key, String measure, long affected, long settled) {}

    private StreamedCounts() {}

    static Map<String, CellCount> cells(Database reporting) throws SQLException {
        return read(reporting, CELLS, CELL_MEASURES);
    }

    static Map<String, CellCount> rollUps(Database reporting) throws SQLException {
        return read(reporting, ROLL_UPS, ROLL_UP_MEASURES);
    }

    /**
     * The roll-ups summed over week, clinic or route, each by a key that says over which; empty where they are not kept of the
     * generation that is shown, because it was counted by a version that did not.
     */
    static Optional<Map<String, CellCount>> sums(Database reporting) throws SQLException {
        try (var kept = Rows.of(reporting, SUMS_ARE_KEPT, row -> row.getBoolean(1))) {
            return Boolean.TRUE.equals(kept.peek())
                    ? Optional.of(read(reporting, SUMS, SUM_MEASURES))
                    : Optional.empty();
        }
    }

    private static Map<String, CellCount> read(Database reporting, String exposures, String measures)
            throws SQLException {
        var affected = new HashMap<String, Map<String, Affected>>();
        try (var rows = Rows.of(
                reporting,
                measures,
                row -> new Affected(
                        row.getString("key"),
                        row.getString("measure"),
                        row.getLong("affected"),
                        row.getLong("settled")))) {
            for (var row = rows.peek(); row != null; row = rows.peek()) {
                affected.computeIfAbsent(row.key(), key -> new HashMap<>()).put(row.measure(), row);
                rows.advance();
            }
        }
        var counts = new HashMap<String, CellCount>();
        try (var rows = Rows.of(
                reporting,
                exposures,
                row -> new Exposures(
                        row.getString("key"),
                        row.getLong("exposed"),
                        row.getLong("awaiting"),
                        row.getLong("replaced")))) {
            for (var row = rows.peek(); row != null; row = rows.peek()) {
                counts.put(row.key(), count(row, affected.getOrDefault(row.key(), Map.of())));
                rows.advance();
            }
        }
        return counts;
    }

    private static CellCount count(Exposures of, Map<String, Affected> affected) {
        var measures = new HashMap<String, MeasureCount>();
        affected.forEach((measure, row) ->
                measures.put(measure, new MeasureCount(row.affected(), of.awaiting() + row.settled())));
        return new CellCount(of.exposed(), of.awaiting(), of.replaced(), measures);
    }
}
