-- The counts of the roll-ups summed over one of week, clinic and route as well, so that a question that involves two of them at
-- most reads few rows. Kept by the database itself with every change of a roll-up, whoever makes it: an instance of a former
-- version that still runs beside this keeps them too. What was summed over is empty.
create table marginal (
    generation  integer not null,
    unit        text    not null,
    summed_over text    not null check (summed_over in ('WEEK', 'CLINIC', 'ROUTE')),
    clinic      text    not null,
    route       text    not null,
    week        text    not null,
    exposed     bigint  not null,
    awaiting    bigint  not null,
    replaced    bigint  not null,
    primary key (generation, unit, summed_over, clinic, route, week),
    constraint marginal_counts check (0 <= awaiting and awaiting <= exposed and 0 <= replaced)
) with (fillfactor = 80);

create table marginal_measure (
    generation  integer not null,
    unit        text    not null,
    summed_over text    not null,
    measure     text    not null,
    clinic      text    not null,
    route       text    not null,
    week        text    not null,
    affected    bigint  not null,
    settled     bigint  not null,
    primary key (generation, unit, summed_over, measure, clinic, route, week),
    constraint marginal_measure_counts check (0 <= settled and settled <= affected)
) with (fillfactor = 80);

-- A mark for each clinic that is another one, and never one of before, whenever sessions of it are counted and whenever one of
-- its weeks is stated otherwise: whoever keeps what was computed from them compares marks. Two rows, because two writers that do
-- not wait for one another change them.
create table clinic_mark (
    clinic text not null,
    what   text not null check (what in ('COUNTED', 'STATED')),
    mark   uuid not null,
    primary key (clinic, what)
) with (fillfactor = 50);

-- Whoever writes counts reads `generation` first. Locked in that order, a writer that is under way ends before this goes on, and
-- the next one waits until there are triggers.
set local lock_timeout = '15s'; -- behind a long reader everybody else would wait too: the start fails, and is tried again
lock table generation in access exclusive mode;
lock table rollup, rollup_measure, clinic_week in share row exclusive mode;

-- Of a generation that was counted before, even in part, the sums are not made here: that would take minutes in one transaction.
-- Its questions are answered from the roll-ups, as before, until the next generation is shown (./dripline rebuild).
alter table generation add column in_marginals boolean not null default true;
comment on column generation.in_marginals is 'all its counts are in marginal and marginal_measure; of the others nothing is there';
update generation set in_marginals = false
 where exists (select from rollup where rollup.generation = generation.id);

-- As the owner: a former version that starts again grants what it knows of, and these tables are not among it.
-- An insert and an update each name their rows otherwise, and a plan that is kept must suit one row as ten thousand, in tables
-- that were empty when it was made: so each row by the index, whatever seems cheaper. `offset 0` keeps roll-ups from being joined
-- the other way round.
create function sum_rollups() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if tg_op = 'INSERT' then
        merge into marginal kept using (
            select generation, unit,
                   case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end as summed_over,
                   coalesce(clinic, '') as clinic, coalesce(route, '') as route, coalesce(week, '') as week,
                   sum(exposed)::bigint as exposed, sum(awaiting)::bigint as awaiting, sum(replaced)::bigint as replaced
              from new_rows
             where generation <> all (array(select id from generation where not in_marginals))
             group by grouping sets ((generation, unit, clinic, route), (generation, unit, route, week), (generation, unit, clinic, week))
        ) change on kept.generation = change.generation and kept.unit = change.unit and kept.summed_over = change.summed_over
                and kept.clinic = change.clinic and kept.route = change.route and kept.week = change.week
         when matched then update set exposed = kept.exposed + change.exposed, awaiting = kept.awaiting + change.awaiting,
                                      replaced = kept.replaced + change.replaced
         when not matched then insert values (change.generation, change.unit, change.summed_over, change.clinic, change.route,
                                              change.week, change.exposed, change.awaiting, change.replaced);
    else
        merge into marginal kept using (
            select generation, unit,
                   case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end as summed_over,
                   coalesce(clinic, '') as clinic, coalesce(route, '') as route, coalesce(week, '') as week,
                   sum(exposed)::bigint as exposed, sum(awaiting)::bigint as awaiting, sum(replaced)::bigint as replaced
              from (select generation, unit, clinic, route, week, exposed, awaiting, replaced from new_rows
                    union all
                    select generation, unit, clinic, route, week, -exposed, -awaiting, -replaced from old_rows) rows
             where generation <> all (array(select id from generation where not in_marginals))
             group by grouping sets ((generation, unit, clinic, route), (generation, unit, route, week), (generation, unit, clinic, week))
        ) change on kept.generation = change.generation and kept.unit = change.unit and kept.summed_over = change.summed_over
                and kept.clinic = change.clinic and kept.route = change.route and kept.week = change.week
         when matched and (change.exposed <> 0 or change.awaiting <> 0 or change.replaced <> 0)
              then update set exposed = kept.exposed + change.exposed, awaiting = kept.awaiting + change.awaiting,
                              replaced = kept.replaced + change.replaced
         when not matched then insert values (change.generation, change.unit, change.summed_over, change.clinic, change.route,
                                              change.week, change.exposed, change.awaiting, change.replaced);
    end if;
    insert into clinic_mark as kept (clinic, what, mark)
    select clinic, 'COUNTED', gen_random_uuid() from new_rows where unit = 'SESSION' group by clinic order by clinic
    on conflict (clinic, what) do update set mark = excluded.mark;
    return null;
end $$;

create function sum_rollup_measures() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if tg_op = 'INSERT' then
        merge into marginal_measure kept using (
            select generation, unit,
                   case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end as summed_over,
                   measure, coalesce(clinic, '') as clinic, coalesce(route, '') as route, coalesce(week, '') as week,
                   sum(affected)::bigint as affected, sum(settled)::bigint as settled
              from new_rows
             cross join lateral (select generation, unit, clinic, route, week from rollup where id = rollup_id offset 0) place
             where generation <> all (array(select id from generation where not in_marginals))
             group by grouping sets ((generation, unit, measure, clinic, route), (generation, unit, measure, route, week),
                                     (generation, unit, measure, clinic, week))
        ) change on kept.generation = change.generation and kept.unit = change.unit and kept.summed_over = change.summed_over
                and kept.measure = change.measure and kept.clinic = change.clinic and kept.route = change.route
                and kept.week = change.week
         when matched then update set affected = kept.affected + change.affected, settled = kept.settled + change.settled
         when not matched then insert values (change.generation, change.unit, change.summed_over, change.measure, change.clinic,
                                              change.route, change.week, change.affected, change.settled);
    else
        merge into marginal_measure kept using (
            select generation, unit,
                   case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end as summed_over,
                   measure, coalesce(clinic, '') as clinic, coalesce(route, '') as route, coalesce(week, '') as week,
                   sum(affected)::bigint as affected, sum(settled)::bigint as settled
              from (select rollup_id, measure, affected, settled from new_rows
                    union all
                    select rollup_id, measure, -affected, -settled from old_rows) rows
             cross join lateral (select generation, unit, clinic, route, week from rollup where id = rollup_id offset 0) place
             where generation <> all (array(select id from generation where not in_marginals))
             group by grouping sets ((generation, unit, measure, clinic, route), (generation, unit, measure, route, week),
                                     (generation, unit, measure, clinic, week))
        ) change on kept.generation = change.generation and kept.unit = change.unit and kept.summed_over = change.summed_over
                and kept.measure = change.measure and kept.clinic = change.clinic and kept.route = change.route
                and kept.week = change.week
         when matched and (change.affected <> 0 or change.settled <> 0)
              then update set affected = kept.affected + change.affected, settled = kept.settled + change.settled
         when not matched then insert values (change.generation, change.unit, change.summed_over, change.measure, change.clinic,
                                              change.route, change.week, change.affected, change.settled);
    end if;
    return null;
end $$;

create trigger rollup_sums_what_is_new after insert on rollup
    referencing new table as new_rows for each statement execute function sum_rollups();
create trigger rollup_sums_what_changed after update on rollup
    referencing old table as old_rows new table as new_rows for each statement execute function sum_rollups();
create trigger rollup_measure_sums_what_is_new after insert on rollup_measure
    referencing new table as new_rows for each statement execute function sum_rollup_measures();
create trigger rollup_measure_sums_what_changed after update on rollup_measure
    referencing old table as old_rows new table as new_rows for each statement execute function sum_rollup_measures();

create function mark_stated() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into clinic_mark (clinic, what, mark) values (new.clinic, 'STATED', gen_random_uuid())
    on conflict (clinic, what) do update set mark = excluded.mark;
    return null;
end $$;
create trigger clinic_week_marks_what_is_new after insert on clinic_week
    for each row execute function mark_stated();
create trigger clinic_week_marks_what_changed after update on clinic_week
    for each row when (new.posted is distinct from old.posted or new.closed is distinct from old.closed)
    execute function mark_stated();
