package io.dripline.reporting.incidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /** The generation that is shown. */
    public Generation active(Handle handle) {
        return handle.createQuery("select id, applied_at from generation where active")
                .map(ConstructorMapper.of(Generation.class))
                .one();
    }
}
