package io.dripline.local.recount;

import io.dripline.contracts.incidence.MeasureCount;
import io.dripline.counting.CellCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private sealed interface Count {}

    private record Exposures(String key, long exposed, long awaiting, long replaced) implements Count {}

    private record Affected(String key, String measure, long affected, long settled) implements Count {}

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

    /** In one statement: where reporting applies more between two, measures would belong to other exposures. */
    private static Map<String, CellCount> read(Database reporting, String exposures, String measures)
            throws SQLException {
        var exposed = new ArrayList<Exposures>();
        var affected = new HashMap<String, Map<String, Affected>>();
        String both = "select key, null as measure, exposed, awaiting, replaced from (%s) as of_cells union all "
                + "select key, measure, affected, settled, 0 from (%s) as of_measures";
        try (var rows = Rows.of(reporting, both.formatted(exposures, measures), StreamedCounts::row)) {
            for (var row = rows.peek(); row != null; row = rows.peek()) {
                switch (row) {
                    case Exposures of -> exposed.add(of);
                    case Affected of ->
                        affected.computeIfAbsent(of.key(), key -> new HashMap<>())
                                .put(of.measure(), of);
                }
                rows.advance();
            }
        }
        var counts = new HashMap<String, CellCount>();
        exposed.forEach(of -> counts.put(of.key(), count(of, affected.getOrDefault(of.key(), Map.of()))));
        return counts;
    }

    private static Count row(ResultSet row) throws SQLException {
        var key = row.getString("key");
        var measure = row.getString("measure");
        return measure == null
                ? new Exposures(key, row.getLong("exposed"), row.getLong("awaiting"), row.getLong("replaced"))
                : new Affected(key, measure, row.getLong("exposed"), row.getLong("awaiting"));
    }

    private static CellCount count(Exposures of, Map<String, Affected> affected) {
        var measures = new HashMap<String, MeasureCount>();
        affected.forEach((measure, row) ->
                measures.put(measure, new MeasureCount(row.affected(), of.awaiting() + row.settled())));
        return new CellCount(of.exposed(), of.awaiting(), of.replaced(), measures);
    }
}
