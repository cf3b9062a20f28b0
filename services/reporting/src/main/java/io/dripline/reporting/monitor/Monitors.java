package io.dripline.reporting.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.contracts.incidence.Unit;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.EventCounting;
import io.dripline.statistics.MixtureWeights;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The monitors, in the order in which they were made. */
@ApplicationScoped
public class Monitors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS = """
            id, baseline, measure, unit, cohort::text, start_week, alpha_share, p0, status, first_counted_week, sup_ln_e,
            created_at, created_by, alpha, prior_concentration, prior_odds_ratio, start_weight, later_half_within
            """;

    /**
     * With what the null of each monitor states, by the one step that brought it: a monitor keeps the null that it has, whatever its
     * figure is given later.
     */
    static final String WITH_NULLS = """
                   left join (select step.monitor as with_null, step.null_revision, given.ascertainment as null_ascertainment,
                                     given.counted_over as null_counted_over,
                                     given.overridden_ascertainment, given.overridden_counted_over
                                from monitor_step step
                                     join monitor made on made.id = step.monitor
                                     left join baseline_null given
                                               on given.baseline = made.baseline and given.revision = step.null_revision
                               where step.step in ('MADE', 'NULL_GIVEN') and step.null_revision is not null)
                             as nulled on with_null = id
            """;

    /** With a bar for each that is absent, or two that differ could look alike. */
    public static final String STATE =
            "concat_ws('|', status, coalesce(p0::text, ''), coalesce(start_week, ''), coalesce(first_counted_week, ''), sup_ln_e)";

    private static final String SELECT = "select " + COLUMNS + """
                 , null_given_at, null_revision, null_ascertainment, null_counted_over, overridden_ascertainment,
                   overridden_counted_over
              from monitor
                   join monitor_rule on monitor_rule.monitor = id
                   left join (select monitor as given_to, taken_at as null_given_at
                                from monitor_step where step = 'NULL_GIVEN') as given on given_to = id
            """ + WITH_NULLS;

    public List<Monitor> all(Handle handle) {
        return handle.createQuery(SELECT + " order by created_at, id")
                .map(Monitors::read)
                .list();
    }

    /** All that changes of each monitor that is not retired, as one string, in the order in which they were made. */
    public Map<String, String> states(Handle handle) {
        return handle.createQuery("select id, " + STATE
                        + " as state from monitor where status <> 'RETIRED' order by created_at, id")
                .reduceRows(new LinkedHashMap<>(), (states, row) -> {
                    states.put(row.getColumn("id", String.class), row.getColumn("state", String.class));
                    return states;
                });
    }

    /** Some of them. */
    public List<Monitor> of(Handle handle, Collection<String> ids) {
        return handle.createQuery(SELECT + " where id = any(:ids)")
                .bindArray("ids", String.class, List.copyOf(ids))
                .map(Monitors::read)
                .list();
    }

    public Optional<Monitor> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " where id = :id")
                .bind("id", id)
                .map(Monitors::read)
                .findOne();
    }

    /** Adds those that need no decision and whose id is new; a monitor is never changed by adding it again. */
    void add(Handle handle, List<Monitor> monitors) {
        add(handle, monitors, false);
    }

    /**
     * Adds one that an officer made.
     *
     * @return false, and nothing is added, if there is a monitor with this id already
     */
    boolean addOfOfficer(Handle handle, Monitor monitor) {
        return add(handle, List.of(monitor), true) == 1;
    }

    /** How many are new. */
    private static int add(Handle handle, List<Monitor> monitors, boolean byOfficer) {
        var batch = handle.prepareBatch("""
                with made as (
                insert into monitor (id, baseline, measure, unit, cohort, start_week, alpha_share, p0, status, created_at,
                                     created_by, by_officer)
                values (:id, :baseline, :measure, :unit, :cohort::jsonb, :startWeek, :alphaShare, :p0, :status, :createdAt,
                        :createdBy, :byOfficer)
                on conflict (id) do nothing
                returning id, p0, start_week, created_at, created_by),
                ruled as (
                insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight,
                                          later_half_within)
                select id, :alpha, :priorConcentration, :priorOddsRatio, :startWeight, :laterHalfWithin from made)
                insert into monitor_step (monitor, step, p0, null_revision, start_week, taken_at, taken_by)
                select id, 'MADE', p0, :nullRevision, start_week, created_at, created_by from made
                """);
        monitors.forEach(monitor -> batch.bind("id", monitor.id())
                .bind("baseline", monitor.baseline())
                .bind("measure", monitor.measure())
                .bind("unit", monitor.unit().name())
                .bind("cohort", write(monitor.cohort()))
                .bind("startWeek", text(monitor.startWeek()))
                .bind("alphaShare", monitor.alphaShare())
                .bind("p0", monitor.p0())
                .bind("nullRevision", monitor.nullRevision())
                .bind("status", monitor.status().name())
                .bind("createdAt", monitor.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", monitor.createdBy())
                .bind("byOfficer", byOfficer)
                .bind("alpha", monitor.rule().alpha())
                .bind("priorConcentration", monitor.rule().priorConcentration())
                .bind("priorOddsRatio", monitor.rule().priorOddsRatio())
                .bind("startWeight", monitor.rule().weights().start())
                .bind("laterHalfWithin", monitor.rule().weights().laterHalfWithin())
                .add());
        return IntStream.of(batch.execute()).sum();
    }

    /** One that is not retired and watches exactly this. */
    Optional<String> same(
            Handle handle, String baseline, Unit unit, Map<String, String> cohort, @Nullable IsoWeek startWeek) {
        return handle.createQuery("""
                        select id from monitor
                         where baseline = :baseline and unit = :unit and cohort = :cohort::jsonb and status <> 'RETIRED'
                           and start_week is not distinct from :startWeek
                         order by created_at, id limit 1
                        """)
                .bind("baseline", baseline)
                .bind("unit", unit.name())
                .bind("cohort", write(cohort))
                .bind("startWeek", text(startWeek))
                .mapTo(String.class)
                .findOne();
    }

    /** How many officers made from a figure, retired ones included. */
    int madeByOfficersFrom(Handle handle, String baseline) {
        return handle.createQuery("select count(*) from monitor where baseline = :baseline and by_officer")
                .bind("baseline", baseline)
                .mapTo(Integer.class)
                .one();
    }

    /** Starts those that wait for a null of this figure, to count from this week on or from their start if that is later. */
    List<Monitor> start(Handle handle, String baseline, BaselineNull given, IsoWeek week, Instant at) {
        return handle.createQuery("""
                        with started as (
                        update monitor set p0 = :p0, status = 'ACTIVE', start_week = greatest(start_week, :week)
                         where baseline = :baseline and status = 'WAITING_FOR_NULL'
                        returning *)
                        select %s, :at::timestamptz as null_given_at, :revision::integer as null_revision,
                               :ascertainment::text as null_ascertainment, :window::text as null_counted_over,
                               :overriddenAscertainment::text as overridden_ascertainment,
                               :overriddenWindow::text as overridden_counted_over
                          from started join monitor_rule on monitor_rule.monitor = id order by created_at, id
                        """.formatted(COLUMNS))
                .bind("baseline", baseline)
                .bind("p0", given.p0())
                .bind("revision", given.revision())
                .bind("ascertainment", given.states().ascertainment())
                .bind("window", given.states().window())
                .bind("overriddenAscertainment", given.overrides().ascertainment())
                .bind("overriddenWindow", given.overrides().window())
                .bind("week", week.toString())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .map(Monitors::read)
                .list();
    }

    /** Finds one that nobody else can change before the transaction ends. */
    Optional<Monitor> findAndLock(Handle handle, String id) {
        return handle.createQuery(SELECT + " where id = :id for update of monitor")
                .bind("id", id)
                .map(Monitors::read)
                .findOne();
    }

    void retire(Handle handle, String id) {
        handle.createUpdate("update monitor set status = 'RETIRED' where id = :id")
                .bind("id", id)
                .execute();
    }

    /** What a judgement leaves with its monitor. */
    public record Judged(String monitor, IsoWeek firstCountedWeek, double lnE) {}

    /**
     * Freezes first counted weeks, once, and raises the largest ln E, in one statement however many they are.
     *
     * @return those that still are active; one that was retired since it was read must not alert
     */
    public Set<String> judged(Handle handle, List<Judged> judged) {
        return handle.createQuery("""
                        update monitor set first_counted_week = coalesce(first_counted_week, judged.week),
                               sup_ln_e = greatest(sup_ln_e, judged.ln_e)
                          from unnest(:monitors, :weeks, :lnEs) as judged (id, week, ln_e)
                         where monitor.id = judged.id and status = 'ACTIVE'
                        returning monitor.id
                        """)
                .bindArray(
                        "monitors",
                        String.class,
                        judged.stream().map(Judged::monitor).toList())
                .bindArray(
                        "weeks",
                        String.class,
                        judged.stream()
                                .map(one -> one.firstCountedWeek().toString())
                                .toList())
                .bindArray(
                        "lnEs", Double.class, judged.stream().map(Judged::lnE).toList())
                .mapTo(String.class)
                .set();
    }

    /** Lowers the largest ln E to that of corrected counts: what was reached before was reached on wrong ones. */
    public void corrected(Handle handle, String id, double lnE) {
        handle.createUpdate("update monitor set sup_ln_e = :lnE where id = :id")
                .bind("id", id)
                .bind("lnE", lnE)
                .execute();
    }

    /** Every clinic that was ever seen, in the order of appearance, whether anything of it is still counted or not. */
    public List<String> clinics(Handle handle) {
        return handle.createQuery("select name from clinic order by ordinal")
                .mapTo(String.class)
                .list();
    }

    /** Gives clinics that are new the next places in the order of appearance, and returns those places. */
    Map<String, Integer> appear(Handle handle, List<String> clinics) {
        return handle.createQuery("""
                        insert into clinic (name, ordinal)
                        select seen.name, (select coalesce(max(ordinal), 0) from clinic) + row_number() over (order by place)
                          from unnest(:clinics) with ordinality as seen (name, place)
                         where not exists (select 1 from clinic c where c.name = seen.name)
                        on conflict (name) do nothing
                        returning name, ordinal
                        """)
                .bindArray("clinics", String.class, clinics)
                .reduceRows(new LinkedHashMap<>(), (places, row) -> {
                    places.put(row.getColumn("name", String.class), row.getColumn("ordinal", Integer.class));
                    return places;
                });
    }

    static Monitor read(ResultSet row, StatementContext context) throws SQLException {
        return new Monitor(
                row.getString("id"),
                row.getString("baseline"),
                row.getString("measure"),
                Unit.valueOf(row.getString("unit")),
                readCohort(row.getString("cohort")),
                week(row.getString("start_week")),
                row.getDouble("alpha_share"),
                row.getObject("p0", Double.class),
                EventCounting.stored(row.getString("null_ascertainment"), row.getString("null_counted_over")),
                EventCounting.stored(
                        row.getString("overridden_ascertainment"), row.getString("overridden_counted_over")),
                MonitorStatus.valueOf(row.getString("status")),
                week(row.getString("first_counted_week")),
                row.getObject("sup_ln_e", Double.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                new JudgingRule(
                        row.getDouble("alpha"),
                        row.getDouble("prior_concentration"),
                        row.getDouble("prior_odds_ratio"),
                        new MixtureWeights(row.getDouble("start_weight"), row.getInt("later_half_within"))),
                time(row.getObject("null_given_at", OffsetDateTime.class)),
                row.getObject("null_revision", Integer.class));
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static @Nullable IsoWeek week(@Nullable String text) {
        return text == null ? null : IsoWeek.parse(text);
    }

    private static @Nullable String text(@Nullable IsoWeek week) {
        return week == null ? null : week.toString();
    }

    private static Map<String, String> readCohort(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cohort of a monitor is not readable: " + json, e);
        }
    }

    private static String write(Map<String, String> cohort) {
        try {
            return JSON.writeValueAsString(cohort);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cohort cannot be written: " + cohort, e);
        }
    }
}
