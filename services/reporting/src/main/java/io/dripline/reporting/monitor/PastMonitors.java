package io.dripline.reporting.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The monitors as they were; the database keeps what judging goes by whenever it changes. */
@ApplicationScoped
public class PastMonitors {

    /**
     * Every monitor that had been made by a time, in the order in which they were made, with the status, null, start and
     * first counted week of then, and the largest ln E up to then.
     */
    public List<Monitor> asOf(Handle handle, Instant time) {
        return handle.createQuery("""
                        select id, baseline, measure, unit, cohort::text, state.start_week, alpha_share, state.p0,
                               state.status, state.first_counted_week, rise.ln_e as sup_ln_e, created_at, created_by,
                               alpha, prior_concentration, prior_odds_ratio, start_weight, later_half_within,
                               case when state.p0 is not null
                                    then (select taken_at from monitor_step
                                           where monitor_step.monitor = monitor.id and step = 'NULL_GIVEN') end as null_given_at,
                               case when state.p0 is not null then nulled.null_revision end as null_revision,
                               case when state.p0 is not null then nulled.null_ascertainment end as null_ascertainment,
                               case when state.p0 is not null then nulled.null_counted_over end as null_counted_over,
                               case when state.p0 is not null
                                    then nulled.overridden_ascertainment end as overridden_ascertainment,
                               case when state.p0 is not null
                                    then nulled.overridden_counted_over end as overridden_counted_over
                          from monitor
                          join monitor_rule on monitor_rule.monitor = monitor.id
                          join lateral (select * from monitor_state
                                         where monitor_state.monitor = monitor.id and since <= :time
                                         order by since desc, seq desc limit 1) as state on true
                          left join lateral (select ln_e from monitor_rise
                                              where monitor_rise.monitor = monitor.id and risen_at <= :time
                                              order by risen_at desc, seq desc limit 1) as rise on true
                        %s
                         where created_at <= :time
                         order by created_at, id
                        """.formatted(Monitors.WITH_NULLS))
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .map(Monitors::read)
                .list();
    }
}
