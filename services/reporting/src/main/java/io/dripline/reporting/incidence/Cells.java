package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.contracts.incidence.MeasureCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The shares of cells as last published. Only the instance that holds the consumer's lock writes. */
final class Cells {

    /** A share that was newer than what was kept, with the difference that it makes. */
    record ChangedShare(CellShare share, CountChange counts, Map<String, MeasureChange> measures) {}

    /** What is added to a cell's counts. */
    record CountChange(long exposed, long awaiting, long replaced) {}

    /** What is added to one measure's counts of a cell. */
    record MeasureChange(long affected, long settled) {

        static final MeasureChange NONE = new MeasureChange(0, 0);

        MeasureChange plus(MeasureChange other) {
            return new MeasureChange(affected + other.affected, settled + other.settled);
        }

        MeasureChange minus(MeasureChange other) {
            return new MeasureChange(affected - other.affected, settled - other.settled);
        }
    }

    private record Identity(int generation, String key) implements Comparable<Identity> {

        static Identity of(CellShare share) {
            return new Identity(share.generation(), CellShare.key(share.shard(), share.cell()));
        }

        @Override
        public int compareTo(Identity other) {
            int order = Integer.compare(generation, other.generation);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    private record Upserted(long id, ChangedShare changed) {}

    /** Keeps each share that is newer than the one kept; what is older or the same changes nothing. */
    List<ChangedShare> keep(Handle handle, Collection<CellShare> shares) {
        TreeMap<Identity, CellShare> newest = new TreeMap<>();
        shares.forEach(share -> newest.merge(Identity.of(share), share, (a, b) -> b.version() > a.version() ? b : a));
        List<Upserted> upserted = upsertCells(handle, newest);
        keepMeasures(handle, upserted);
        return upserted.stream().map(Upserted::changed).toList();
    }

    private static List<Upserted> upsertCells(Handle handle, SortedMap<Identity, CellShare> newest) {
        if (newest.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns(newest.values());
        var update = handle.createQuery("""
                insert into cell (generation, key, shard, unit, week, clinic, route, formulation, regimen, indication,
                                  dose_band, ascertainment, exposed, awaiting, replaced, version)
                select * from unnest(:generation, :key, :shard, :unit, :week, :clinic, :route, :formulation, :regimen,
                                     :indication, :doseBand, :ascertainment, :exposed, :awaiting, :replaced, :version)
                on conflict (generation, key) do update
                   set exposed = excluded.exposed, awaiting = excluded.awaiting, replaced = excluded.replaced,
                       version = excluded.version
                 where cell.version < excluded.version
                returning new.id, new.generation, new.key, new.exposed - coalesce(old.exposed, 0) as exposed,
                          new.awaiting - coalesce(old.awaiting, 0) as awaiting,
                          new.replaced - coalesce(old.replaced, 0) as replaced
                """);
        columns.bindInteger(update, "generation", CellShare::generation)
                .bindText(update, "key", share -> CellShare.key(share.shard(), share.cell()))
                .bindInteger(update, "shard", CellShare::shard)
                .bindText(update, "unit", share -> share.cell().unit().name())
                .bindText(update, "week", share -> share.cell().week().toString())
                .bindText(update, "clinic", of(Cell::clinic))
                .bindText(update, "route", of(Cell::route))
                .bindText(update, "formulation", of(Cell::formulation))
                .bindText(update, "regimen", of(Cell::regimen))
                .bindText(update, "indication", of(Cell::indication))
                .bindText(update, "doseBand", of(Cell::doseBand))
                .bindText(update, "ascertainment", of(Cell::ascertainment))
                .bindLong(update, "exposed", CellShare::exposed)
                .bindLong(update, "awaiting", CellShare::awaiting)
                .bindLong(update, "replaced", CellShare::replaced)
                .bindLong(update, "version", CellShare::version);
        return update.map((row, context) -> {
                    Identity identity = new Identity(row.getInt("generation"), row.getString("key"));
                    CellShare share = newest.get(identity);
                    if (share == null) {
                        throw new IllegalStateException("a cell came back that was not sent: " + identity);
                    }
                    CountChange counts =
                            new CountChange(row.getLong("exposed"), row.getLong("awaiting"), row.getLong("replaced"));
                    return new Upserted(row.getLong("id"), new ChangedShare(share, counts, new HashMap<>()));
                })
                .list();
    }

    private static Function<CellShare, String> of(Function<Cell, String> dimension) {
        return share -> dimension.apply(share.cell());
    }

    private static void keepMeasures(Handle handle, List<Upserted> upserted) {
        List<Long> cells = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        List<Long> affected = new ArrayList<>();
        List<Long> settled = new ArrayList<>();
        Map<Long, Map<String, MeasureChange>> kept = keptMeasures(handle, upserted);
        for (Upserted cell : upserted) {
            CellShare share = cell.changed().share();
            Map<String, MeasureChange> before = kept.getOrDefault(cell.id(), Map.of());
            Set<String> involved = new HashSet<>(before.keySet());
            involved.addAll(share.measures().keySet());
            for (String measure : involved) {
                MeasureChange now = countsOf(share, share.measures().get(measure));
                MeasureChange change = now.minus(before.getOrDefault(measure, MeasureChange.NONE));
                if (!change.equals(MeasureChange.NONE)) {
                    cell.changed().measures().put(measure, change);
                    cells.add(cell.id());
                    measures.add(measure);
                    affected.add(now.affected());
                    settled.add(now.settled());
                }
            }
        }
        handle.createUpdate("""
                        insert into cell_measure (cell_id, measure, affected, settled)
                        select * from unnest(:cells, :measures, :affected, :settled)
                        on conflict (cell_id, measure) do update
                           set affected = excluded.affected, settled = excluded.settled
                        """)
                .bindArray("cells", Long.class, cells)
                .bindArray("measures", String.class, measures)
                .bindArray("affected", Long.class, affected)
                .bindArray("settled", Long.class, settled)
                .execute();
    }

    private static MeasureChange countsOf(CellShare share, @Nullable MeasureCount count) {
        return count == null
                ? MeasureChange.NONE
                : new MeasureChange(count.affected(), count.possible() - share.awaiting());
    }

    private static Map<Long, Map<String, MeasureChange>> keptMeasures(Handle handle, List<Upserted> upserted) {
        Map<Long, Map<String, MeasureChange>> kept = new HashMap<>();
        handle.createQuery("select cell_id, measure, affected, settled from cell_measure where cell_id = any(:cells)")
                .bindArray(
                        "cells", Long.class, upserted.stream().map(Upserted::id).toList())
                .map((row, context) -> kept.computeIfAbsent(row.getLong("cell_id"), id -> new HashMap<>())
                        .put(
                                row.getString("measure"),
                                new MeasureChange(row.getLong("affected"), row.getLong("settled"))))
                .forEach(previous -> {});
        return kept;
    }

    /** A batch as arrays, one for each column. */
    private record Columns(Collection<CellShare> shares) {

        Columns bindText(SqlStatement<?> statement, String name, Function<CellShare, String> value) {
            statement.bindArray(name, String.class, shares.stream().map(value).toList());
            return this;
        }

        Columns bindInteger(SqlStatement<?> statement, String name, Function<CellShare, Integer> value) {
            statement.bindArray(name, Integer.class, shares.stream().map(value).toList());
            return this;
        }

        Columns bindLong(SqlStatement<?> statement, String name, Function<CellShare, Long> value) {
            statement.bindArray(name, Long.class, shares.stream().map(value).toList());
            return this;
        }
    }
}
