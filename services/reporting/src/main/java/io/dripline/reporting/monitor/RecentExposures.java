package io.dripline.reporting.monitor;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.incidence.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** First courses that started in recent weeks and fall into a cohort, counted from the cells that are shown. */
final class RecentExposures {

    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.ROUTE,
            Dimension.FORMULATION,
            Dimension.REGIMEN,
            Dimension.INDICATION,
            Dimension.DOSE_BAND,
            Dimension.ASCERTAINMENT);

    /**
     * How many, and how they spread over the values of each dimension.
     *
     * @param by for each dimension, exposures by value; only values that occur
     */
    record Spread(long exposed, Map<Dimension, Map<String, Long>> by) {

        long of(Dimension dimension, List<String> values) {
            return values.stream()
                    .mapToLong(value -> by.getOrDefault(dimension, Map.of()).getOrDefault(value, 0L))
                    .sum();
        }
    }

    private RecentExposures() {}

    /**
     * Counts for several cohorts at once; a cohort without exposures is left out.
     *
     * @param cohorts filters by dimension, by the name under which the answer gives them
     */
    static Map<String, Spread> of(Handle handle, Map<String, Map<String, String>> cohorts, IsoWeek from, IsoWeek to) {
        String columns = columns("%s");
        var query = handle.createQuery("""
                        with recent as materialized (
                            select %1$s, sum(exposed) as exposed from cell
                             where generation = (select id from generation where active) and unit = :unit
                               and week between :from and :to
                             group by %1$s
                            having sum(exposed) > 0),
                        found as (
                            select c.cohort, r.* from unnest(:names) as c (cohort)
                             cross join recent r
                             where not exists (
                                 select from unnest(:cohorts, :dimensions, :values) as w (cohort, dimension, value)
                                  where w.cohort = c.cohort and case w.dimension %2$s end <> w.value))
                        select f.cohort, d.dimension, d.value, sum(f.exposed)::bigint as exposed
                          from found f cross join lateral (values %3$s) as d (dimension, value)
                         group by 1, 2, 3
                        """.formatted(
                        columns, columns(" when '%1$s' then r.%1$s").replace(",", ""), columns("('%1$s', f.%1$s)")))
                .bind("unit", Unit.FIRST_COURSE.name())
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bindArray("names", String.class, List.copyOf(cohorts.keySet()));
        List<String> names = new ArrayList<>();
        List<String> dimensions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        cohorts.forEach((name, filter) -> filter.forEach((field, value) -> {
            names.add(name);
            dimensions.add(Dimension.named(field).orElseThrow().column());
            values.add(value);
        }));
        Map<String, Map<Dimension, Map<String, Long>>> counted = new HashMap<>();
        query.bindArray("cohorts", String.class, names)
                .bindArray("dimensions", String.class, dimensions)
                .bindArray("values", String.class, values)
                .map((row, context) -> counted.computeIfAbsent(
                                row.getString("cohort"), cohort -> new EnumMap<>(Dimension.class))
                        .computeIfAbsent(dimension(row.getString("dimension")), dimension -> new HashMap<>())
                        .put(row.getString("value"), row.getLong("exposed")))
                .forEach(previous -> {});
        Map<String, Spread> spreads = new HashMap<>();
        counted.forEach((cohort, by) -> spreads.put(
                cohort,
                new Spread(
                        by.getOrDefault(Dimension.ROUTE, Map.of()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        by)));
        return spreads;
    }

    private static String columns(String form) {
        return DIMENSIONS.stream()
                .map(dimension -> form.formatted(dimension.column()))
                .collect(Collectors.joining(", "));
    }

    private static Dimension dimension(String column) {
        return DIMENSIONS.stream()
                .filter(dimension -> dimension.column().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
