package io.dripline.reporting.incidence;

import io.dripline.contracts.incidence.IsoWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Answers questions from the active generation, out of the tables in which they read the fewest rows ({@link CountedIn}). */
@ApplicationScoped
public class Incidences {

    /** What is shown, and how it is stored. */
    private record Shown(int id, boolean inMarginals) {}

    /** A question's tables, and the condition on their rows as SQL. */
    private record Asked(Shown shown, CountedIn countedIn, String rows) {

        static Asked of(Handle handle, IncidenceQuestion question, Set<Dimension> involved) {
            Shown shown = handle.createQuery("select id, in_marginals from generation where active")
                    .map((row, context) -> new Shown(row.getInt("id"), row.getBoolean("in_marginals")))
                    .one();
            CountedIn countedIn = CountedIn.of(involved, shown.inMarginals());
            StringBuilder rows = new StringBuilder("c.generation = :generation and c.unit = :unit");
            rows.append(countedIn.condition());
            if (question.from() != null) {
                rows.append(" and c.week >= :from");
            }
            if (question.to() != null) {
                rows.append(" and c.week <= :to");
            }
            question.cohort()
                    .keySet()
                    .forEach(dimension -> rows.append(" and c.%1$s = :%1$s".formatted(dimension.column())));
            return new Asked(shown, countedIn, rows.toString());
        }

        Query bind(Query query, IncidenceQuestion question) {
            query.bind("generation", shown.id()).bind("unit", question.unit().name());
            if (question.from() != null) {
                query.bind("from", question.from().toString());
            }
            if (question.to() != null) {
                query.bind("to", question.to().toString());
            }
            question.cohort().forEach((dimension, value) -> query.bind(dimension.column(), value));
            return query;
        }
    }

    /**
     * The sums, by measure and key, ascending. Keys without exposures are left out unless a first course was
     * replaced there; without {@code by}, a measure without either is.
     */
    public List<IncidenceSum> answer(Handle handle, IncidenceQuestion question) {
        Asked asked = Asked.of(handle, question, question.involved());
        // No value is empty: where nothing is kept apart this is the one key.
        String key = question.by() == null ? "''::text" : "c." + question.by().column();
        // Exposures and affected ones are summed each by themselves: joined row by row they cost several times as much.
        Query query = handle.createQuery("""
                        select w.measure, nullif(e.key, '') as key, e.exposed, e.awaiting, e.replaced,
                               coalesce(a.affected, 0) as affected, coalesce(a.settled, 0) as settled
                          from unnest(:measures) as w (measure)
                         cross join (select %1$s as key, sum(c.exposed)::bigint as exposed,
                                            sum(c.awaiting)::bigint as awaiting, sum(c.replaced)::bigint as replaced
                                       from %2$s where %4$s
                                      group by 1 having sum(c.exposed) > 0 or sum(c.replaced) > 0) e
                          left join (select measure, %1$s as key, sum(affected)::bigint as affected,
                                            sum(settled)::bigint as settled
                                       from %3$s where %4$s and measure = any(:measures)
                                      group by 1, 2) a on a.measure = w.measure and a.key = e.key
                         order by 1, 2
                        """.formatted(
                        key, asked.countedIn().counts(), asked.countedIn().measures(), asked.rows()))
                .bindArray("measures", String.class, question.measures());
        return asked.bind(query, question)
                .map(ConstructorMapper.of(IncidenceSum.class))
                .list();
    }

    /**
     * The sums of a weekly question about one measure, kept apart by clinic too; by week and clinic, ascending. Clinics
     * without exposures are left out.
     */
    public List<ClinicWeekCount> byClinic(Handle handle, IncidenceQuestion weekly) {
        Set<Dimension> involved = EnumSet.of(Dimension.WEEK, Dimension.CLINIC);
        involved.addAll(weekly.involved());
        Asked asked = Asked.of(handle, weekly, involved);
        Query query = handle.createQuery("""
                        select e.clinic, e.week, e.exposed, coalesce(a.affected, 0) as affected
                          from (select c.clinic, c.week, sum(c.exposed)::bigint as exposed
                                  from %1$s where %3$s
                                 group by c.clinic, c.week having sum(c.exposed) > 0) e
                          left join (select c.clinic, c.week, sum(affected)::bigint as affected
                                       from %2$s where %3$s and measure = :measure
                                      group by c.clinic, c.week) a using (clinic, week)
                         order by e.week, e.clinic
                        """.formatted(
                                asked.countedIn().counts(), asked.countedIn().measures(), asked.rows()))
                .bind("measure", weekly.measures().getFirst());
        return asked.bind(query, weekly)
                .map((row, context) -> new ClinicWeekCount(
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
        Asked asked = Asked.of(handle, question, question.involved());
        Query query = handle.createQuery("""
                        select measure, sum(affected)::bigint as affected
                          from %1$s where %2$s and measure = any(:measures)
                         group by 1 having sum(affected) > 0
                         order by 2 desc, 1
                        """.formatted(asked.countedIn().measures(), asked.rows()))
                .bindArray("measures", String.class, measures);
        return asked.bind(query, question).reduceRows(new LinkedHashMap<>(), (affected, row) -> {
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
