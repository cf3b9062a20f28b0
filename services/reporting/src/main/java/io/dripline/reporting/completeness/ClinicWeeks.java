package io.dripline.reporting.completeness;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.tally.ClinicWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Clinic-weeks as intake last published them, and which of them are closed. */
@ApplicationScoped
public class ClinicWeeks {

    /** From clinic to clinic along the index, and of each from its latest week back: not through all weeks of all. */
    static final String LAST_WEEKS = """
            with recursive shown as (
                select id from generation where active
            ), counted (clinic) as (
                (select clinic from rollup where generation = (select id from shown) and unit = 'SESSION' order by clinic limit 1)
                union all
                select (select r.clinic from rollup r
                         where r.generation = (select id from shown) and r.unit = 'SESSION' and r.clinic > counted.clinic
                         order by r.clinic limit 1)
                  from counted where counted.clinic is not null
            )
            select clinic, max(week) as week
              from (select clinic, (select r.week from rollup r
                                     where r.generation = (select id from shown) and r.unit = 'SESSION'
                                       and r.clinic = counted.clinic and r.exposed > 0
                                     order by r.week desc limit 1) as week
                      from counted where clinic is not null
                     union all select clinic, week from clinic_week where posted > 0) known
             where week is not null
             group by clinic
            """;

    private static final String OPEN = """
            select clinic, week
              from (select clinic, week, sum(exposed) as sessions from rollup
                     where generation = (select id from generation where active) and unit = 'SESSION'%s
                     group by clinic, week having sum(exposed) > 0) counted
              full join (select clinic, week, posted, closed from clinic_week%s) w using (clinic, week)
             where w.closed is not true or w.posted <> coalesce(counted.sessions, 0)
            """;

    /**
     * Every clinic-week in which sessions may still be missing, of those of which something is stored or counted: those that
     * are not closed, and those of which not exactly so many sessions are counted as were posted. A week closes when its
     * last session is posted, which is before that is coded and counted; and of a generation that stands still while the next
     * is counted, what came meanwhile is missing. Whatever is counted of a week, a session of that week is too.
     */
    public OpenWeeks open(Handle handle) {
        return open(handle.createQuery(OPEN.formatted("", "")));
    }

    /** The same of some clinics alone. */
    public OpenWeeks open(Handle handle, Collection<String> clinics) {
        return open(handle.createQuery(OPEN.formatted(" and clinic = any(:clinics)", " where clinic = any(:clinics)"))
                .bindArray("clinics", String.class, List.copyOf(clinics)));
    }

    private static OpenWeeks open(Query query) {
        return OpenWeeks.of(query.map((row, context) ->
                        new ClinicAndWeek(row.getString("clinic"), IsoWeek.parse(row.getString("week"))))
                .list());
    }

    /**
     * By clinic a mark that is another one, and never one of before, whenever what is counted or stated of its weeks has changed
     * within a generation.
     */
    public Map<String, String> marks(Handle handle) {
        return handle.createQuery(
                        "select clinic, string_agg(mark::text, ' ' order by what) as marks from clinic_mark group by clinic")
                .reduceRows(new HashMap<>(), (marks, row) -> {
                    marks.put(row.getColumn("clinic", String.class), row.getColumn("marks", String.class));
                    return marks;
                });
    }

    /**
     * How far each clinic's posting is complete, by clinic; one of which nothing is known in these weeks is left out.
     *
     * @param from first week, inclusive
     * @param to last week, inclusive
     */
    public List<PostedWeeks> posted(Handle handle, IsoWeek from, IsoWeek to) {
        return handle.createQuery("""
                        select clinic, count(*)::int as weeks,
                               (count(*) filter (where w.closed and w.posted = coalesce(counted.sessions, 0)))::int as closed
                          from (select clinic, week, sum(exposed) as sessions from rollup
                                 where generation = (select id from generation where active) and unit = 'SESSION'
                                   and week between :from and :to
                                 group by clinic, week having sum(exposed) > 0) counted
                          full join (select clinic, week, posted, closed from clinic_week
                                      where week between :from and :to) w using (clinic, week)
                         group by clinic order by clinic
                        """)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map(ConstructorMapper.of(PostedWeeks.class))
                .list();
    }

    /**
     * One clinic's weeks, ascending; one of which nothing is stored or counted is left out.
     *
     * @param from first week, inclusive
     * @param to last week, inclusive
     */
    public List<OwnWeek> weeksOf(Handle handle, String clinic, IsoWeek from, IsoWeek to) {
        return handle.createQuery("""
                        select week, coalesce(w.posted, 0) as posted, coalesce(counted.sessions, 0)::bigint as counted,
                               coalesce(w.closed, false) and w.posted = coalesce(counted.sessions, 0) as closed
                          from (select week, sum(exposed) as sessions from rollup
                                 where generation = (select id from generation where active) and unit = 'SESSION'
                                   and clinic = :clinic and week between :from and :to
                                 group by week having sum(exposed) > 0) counted
                          full join (select week, posted, closed from clinic_week
                                      where clinic = :clinic and week between :from and :to) w using (week)
                         order by week
                        """)
                .bind("clinic", clinic)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map((row, context) -> new OwnWeek(
                        IsoWeek.parse(row.getString("week")),
                        row.getLong("posted"),
                        row.getLong("counted"),
                        row.getBoolean("closed")))
                .list();
    }

    /**
     * The last week in which anything of a clinic was posted or counted, by clinic; one of which nothing ever was is left out.
     */
    public Map<String, IsoWeek> lastWeeks(Handle handle) {
        return handle.createQuery(LAST_WEEKS).reduceRows(new HashMap<>(), (weeks, row) -> {
            weeks.put(row.getColumn("clinic", String.class), IsoWeek.parse(row.getColumn("week", String.class)));
            return weeks;
        });
    }

    /** What had been published by a past time of every clinic-week of which something had. */
    public PastWeeks asOf(Handle handle, Instant time) {
        return new PastWeeks(handle.createQuery("""
                        select distinct on (clinic, week) clinic, week, closed, posted from clinic_week_state
                         where since <= :time order by clinic, week, since desc, seq desc
                        """)
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .reduceRows(new HashMap<>(), (weeks, row) -> {
                    weeks.put(
                            new ClinicAndWeek(
                                    row.getColumn("clinic", String.class),
                                    IsoWeek.parse(row.getColumn("week", String.class))),
                            new PastWeeks.State(
                                    row.getColumn("closed", Boolean.class), row.getColumn("posted", Long.class)));
                    return weeks;
                }));
    }

    /** A clinic-week that closed or opened, and promises have not been judged since. */
    public record Due(String clinic, String week, long version, boolean closed) {}

    /** Those that closed or opened. */
    public List<Due> due(Handle handle) {
        return handle.createQuery("select clinic, week, version, closed from clinic_week where due")
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    /** Says that promises were judged by these; one that closed or opened again meanwhile stays due. */
    public void settle(Handle handle, List<Due> judged) {
        if (judged.isEmpty()) {
            return;
        }
        alone(handle);
        handle.createUpdate("""
                        update clinic_week w set due = false
                          from unnest(:clinic, :week, :version, :closed) as judged (clinic, week, version, closed)
                         where w.clinic = judged.clinic and w.week = judged.week and w.version = judged.version
                           and w.closed = judged.closed
                        """)
                .bindArray(
                        "clinic", String.class, judged.stream().map(Due::clinic).toList())
                .bindArray("week", String.class, judged.stream().map(Due::week).toList())
                .bindArray(
                        "version", Long.class, judged.stream().map(Due::version).toList())
                .bindArray(
                        "closed",
                        Boolean.class,
                        judged.stream().map(Due::closed).toList())
                .execute();
    }

    /** Keeps each that is newer than the one kept; what is older or the same changes nothing. */
    void keep(Handle handle, Collection<ClinicWeek> weeks, Instant now) {
        Map<String, ClinicWeek> newest = new HashMap<>();
        weeks.forEach(week -> newest.merge(
                ClinicWeek.key(week.clinic(), week.week()), week, (a, b) -> b.version() > a.version() ? b : a));
        List<ClinicWeek> rows = new ArrayList<>(newest.values());
        alone(handle);
        handle.createUpdate("""
                        insert into clinic_week as kept (clinic, week, version, posted, agrees, over_at, closed)
                        select clinic, week, version, posted, agrees, over_at::timestamptz, closed
                          from unnest(:clinic, :week, :version, :posted, :agrees, :overAt, :closed)
                               as v (clinic, week, version, posted, agrees, over_at, closed)
                        on conflict (clinic, week) do update
                           set version = excluded.version, posted = excluded.posted, agrees = excluded.agrees,
                               closed = excluded.closed,
                               due = kept.due or kept.closed <> excluded.closed
                                     or (excluded.closed and kept.posted <> excluded.posted)
                         where kept.version < excluded.version
                        """)
                .bindArray(
                        "clinic",
                        String.class,
                        rows.stream().map(ClinicWeek::clinic).toList())
                .bindArray(
                        "week",
                        String.class,
                        rows.stream().map(week -> week.week().toString()).toList())
                .bindArray(
                        "version",
                        Long.class,
                        rows.stream().map(ClinicWeek::version).toList())
                .bindArray(
                        "posted",
                        Long.class,
                        rows.stream().map(ClinicWeek::posted).toList())
                .bindArray(
                        "agrees",
                        Boolean.class,
                        rows.stream().map(ClinicWeek::agrees).toList())
                .bindArray(
                        "overAt",
                        String.class,
                        rows.stream().map(week -> week.overAt().toString()).toList())
                .bindArray(
                        "closed",
                        Boolean.class,
                        rows.stream().map(week -> week.closedAt(now)).toList())
                .execute();
    }

    /** Closes the weeks that agree and are over by now. */
    void closeWhatIsOver(Handle handle, Instant now) {
        handle.useTransaction(h -> closeWithin(h, now));
    }

    private static void closeWithin(Handle handle, Instant now) {
        alone(handle);
        handle.createUpdate(
                        "update clinic_week set closed = true, due = true where agrees and not closed and over_at <= :now")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Until the transaction ends nobody else changes weeks: each changes many, in no common order. */
    private static void alone(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(hashtext('clinic_week'))::text")
                .mapTo(String.class)
                .one();
    }
}
