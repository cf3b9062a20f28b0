package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.IsoWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Answers questions from the active generation: from the roll-ups where they suffice, else from the cells. */
@ApplicationScoped
public class Incidences {

    /**
     * The sums, by measure and key, ascending. Keys without exposures are left out unless a first course was
     * replaced there; without {@code by}, a measure without either is.
     */
    public List<IncidenceSum> answer(Handle handle, IncidenceQuestion question) {
        String table = question.answeredByRollUps() ? "rollup" : "cell";
        String key = question.by() == null ? "null::text" : "c." + question.by().column();
        String cohort = question.cohort().keySet().stream()
                .map(dimension -> " and c.%1$s = :%1$s".formatted(dimension.column()))
                .collect(Collectors.joining());
        String sql = """
                select w.measure, %1$s as key,
                       sum(c.exposed)::bigint as exposed, sum(c.awaiting)::bigint as awaiting,
                       sum(c.replaced)::bigint as replaced,
                       coalesce(sum(m.affected), 0)::bigint as affected, coalesce(sum(m.settled), 0)::bigint as settled
                  from %2$s c
                 cross join unnest(:measures) as w (measure)
                  left join %2$s_measure m on m.%2$s_id = c.id and m.measure = w.measure
                 where c.generation = (select id from generation where active) and c.unit = :unit
                   and (:from::text is null or c.week >= :from) and (:to::text is null or c.week <= :to)%3$s
                 group by 1, 2
                having sum(c.exposed) > 0 or sum(c.replaced) > 0
                 order by 1, 2
                """.formatted(key, table, cohort);
        Query query = handle.createQuery(sql)
                .bindArray("measures", String.class, question.measures())
                .bind("unit", question.unit().name())
                .bind("from", question.from() == null ? null : question.from().toString())
                .bind("to", question.to() == null ? null : question.to().toString());
        question.cohort().forEach((dimension, value) -> query.bind(dimension.column(), value));
        return query.map(ConstructorMapper.of(IncidenceSum.class)).list();
    }

    /**
     * The sums of a weekly question about one measure, kept apart by clinic too; by week and clinic, ascending. Clinics
     * without exposures are left out.
     */
    public List<ClinicWeekCount> byClinic(Handle handle, IncidenceQuestion weekly) {
        String table = weekly.answeredByRollUps() ? "rollup" : "cell";
        String cohort = weekly.cohort().keySet().stream()
                .map(dimension -> " and c.%1$s = :%1$s".formatted(dimension.column()))
                .collect(Collectors.joining());
        Query query = handle.createQuery("""
                        select c.clinic, c.week, sum(c.exposed)::bigint as exposed,
                               coalesce(sum(m.affected), 0)::bigint as affected
                          from %1$s c left join %1$s_measure m on m.%1$s_id = c.id and m.measure = :measure
                         where c.generation = (select id from generation where active) and c.unit = :unit
                           and (:from::text is null or c.week >= :from)%2$s
                         group by c.clinic, c.week having sum(c.exposed) > 0
                         order by c.week, c.clinic
                        """.formatted(table, cohort))
                .bind("measure", weekly.measures().getFirst())
                .bind("unit", weekly.unit().name())
                .bind("from", weekly.from() == null ? null : weekly.from().toString());
        weekly.cohort().forEach((dimension, value) -> query.bind(dimension.column(), value));
        return query.map((row, context) -> new ClinicWeekCount(
                        row.getString("clinic"),
                        IsoWeek.parse(row.getString("week")),
                        row.getLong("exposed"),
                        row.getLong("affected")))
                .list();
    }

    /**
     * Of the exposures of a question, how many are affected by each of several measures, the most first; a measure by which
     * none is is left out. One exposure may be affected by several.
     */
    public Map<String, Long> affectedBy(Handle handle, IncidenceQuestion question, List<String> measures) {
        String table = question.answeredByRollUps() ? "rollup" : "cell";
        String cohort = question.cohort().keySet().stream()
                .map(dimension -> " and c.%1$s = :%1$s".formatted(dimension.column()))
                .collect(Collectors.joining());
        Query query = handle.createQuery("""
                        select m.measure, sum(m.affected)::bigint as affected
                          from %1$s c join %1$s_measure m on m.%1$s_id = c.id
                         where c.generation = (select id from generation where active) and c.unit = :unit
                           and (:from::text is null or c.week >= :from) and (:to::text is null or c.week <= :to)
                           and m.measure = any(:measures)%2$s
                         group by 1 having sum(m.affected) > 0
                         order by 2 desc, 1
                        """.formatted(table, cohort))
                .bindArray("measures", String.class, measures)
                .bind("unit", question.unit().name())
                .bind("from", question.from() == null ? null : question.from().toString())
                .bind("to", question.to() == null ? null : question.to().toString());
        question.cohort().forEach((dimension, value) -> query.bind(dimension.column(), value));
        return query.reduceRows(new LinkedHashMap<>(), (affected, row) -> {
            affected.put(row.getColumn("measure", String.class), row.getColumn("affected", Long.class));
            return affected;
        });
    }

    /** The generation that is shown. */
    public Generation active(Handle handle) {
        return handle.createQuery("select id, applied_at from generation where active")
                .map(ConstructorMapper.of(Generation.class))
                .one();
    }
}
