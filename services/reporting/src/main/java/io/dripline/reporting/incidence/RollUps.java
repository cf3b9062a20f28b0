package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.Cell;
import io.dripline.contracts.incidence.CellShare;
import io.dripline.reporting.incidence.Cells.ChangedShare;
import io.dripline.reporting.incidence.Cells.CountChange;
import io.dripline.reporting.incidence.Cells.MeasureChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Sums kept beside the cells, so that the usual questions do not read every cell. */
final class RollUps {

    private record Place(int generation, String unit, String week, String clinic, String route)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::generation)
                .thenComparing(Place::unit)
                .thenComparing(Place::clinic)
                .thenComparing(Place::week)
                .thenComparing(Place::route);

        static Place of(CellShare share) {
            Cell cell = share.cell();
            return new Place(
                    share.generation(), cell.unit().name(), cell.week().toString(), cell.clinic(), cell.route());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sum {
        private long exposed;
        private long awaiting;
        private long replaced;
        private final Map<String, MeasureChange> measures = new TreeMap<>();

        void add(ChangedShare changed) {
            CountChange counts = changed.counts();
            exposed += counts.exposed();
            awaiting += counts.awaiting();
            replaced += counts.replaced();
            changed.measures().forEach((measure, change) -> measures.merge(measure, change, MeasureChange::plus));
        }
    }

    /** Adds what the shares changed. A sum that would become negative is refused by the table. */
    void add(Handle handle, Collection<ChangedShare> changes) {
        TreeMap<Place, Sum> sums = new TreeMap<>();
        changes.forEach(changed -> sums.computeIfAbsent(Place.of(changed.share()), place -> new Sum())
                .add(changed));
        if (!sums.isEmpty()) {
            addMeasures(handle, sums, addCounts(handle, sums));
        }
    }

    /** MERGE and not ON CONFLICT: the latter checks the difference, which may be negative, as if it were a sum. */
    private static Map<Place, Long> addCounts(Handle handle, SortedMap<Place, Sum> sums) {
        List<Place> places = List.copyOf(sums.keySet());
        List<Sum> values = List.copyOf(sums.values());
        Map<Place, Long> ids = new HashMap<>();
        handle.createQuery("""
                        merge into rollup r
                        using unnest(:generation, :unit, :week, :clinic, :route, :exposed, :awaiting, :replaced)
                              as d (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                           on r.generation = d.generation and r.unit = d.unit and r.clinic = d.clinic
                              and r.week = d.week and r.route = d.route
                         when matched then update set exposed = r.exposed + d.exposed,
                              awaiting = r.awaiting + d.awaiting, replaced = r.replaced + d.replaced
                         when not matched then insert (generation, unit, week, clinic, route, exposed, awaiting, replaced)
                              values (d.generation, d.unit, d.week, d.clinic, d.route, d.exposed, d.awaiting, d.replaced)
                        returning r.id, r.generation, r.unit, r.week, r.clinic, r.route
                        """)
                .bindArray(
                        "generation",
                        Integer.class,
                        places.stream().map(Place::generation).toList())
                .bindArray(
                        "unit", String.class, places.stream().map(Place::unit).toList())
                .bindArray(
                        "week", String.class, places.stream().map(Place::week).toList())
                .bindArray(
                        "clinic",
                        String.class,
                        places.stream().map(Place::clinic).toList())
                .bindArray(
                        "route", String.class, places.stream().map(Place::route).toList())
                .bindArray(
                        "exposed",
                        Long.class,
                        values.stream().map(s -> s.exposed).toList())
                .bindArray(
                        "awaiting",
                        Long.class,
                        values.stream().map(s -> s.awaiting).toList())
                .bindArray(
                        "replaced",
                        Long.class,
                        values.stream().map(s -> s.replaced).toList())
                .map((row, context) -> ids.put(
                        new Place(
                                row.getInt("generation"),
                                row.getString("unit"),
                                row.getString("week"),
                                row.getString("clinic"),
                                row.getString("route")),
                        row.getLong("id")))
                .forEach(previous -> {});
        return ids;
    }

    private static void addMeasures(Handle handle, SortedMap<Place, Sum> sums, Map<Place, Long> ids) {
        List<Long> rollups = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        List<Long> affected = new ArrayList<>();
        List<Long> settled = new ArrayList<>();
        sums.forEach((place, sum) -> sum.measures.forEach((measure, change) -> {
            rollups.add(ids.getOrDefault(place, 0L));
            measures.add(measure);
            affected.add(change.affected());
            settled.add(change.settled());
        }));
        handle.createUpdate("""
                        merge into rollup_measure r
                        using unnest(:rollups, :measures, :affected, :settled) as d (rollup_id, measure, affected, settled)
                           on r.rollup_id = d.rollup_id and r.measure = d.measure
                         when matched then update set affected = r.affected + d.affected, settled = r.settled + d.settled
                         when not matched then insert (rollup_id, measure, affected, settled)
                              values (d.rollup_id, d.measure, d.affected, d.settled)
                        """)
                .bindArray("rollups", Long.class, rollups)
                .bindArray("measures", String.class, measures)
                .bindArray("affected", Long.class, affected)
                .bindArray("settled", Long.class, settled)
                .execute();
    }
}
