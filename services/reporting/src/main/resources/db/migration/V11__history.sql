-- Each change of a monitor's largest ln E, so that its always-valid p-value can be said as of any time: it rises, and falls
-- only where it is corrected. Written with whatever changes it, in the same transaction. Append-only.
create table monitor_rise (
    seq      bigint           generated always as identity primary key,
    monitor  text             not null references monitor (id),
    risen_at timestamptz      not null,
    ln_e     double precision not null
);
comment on column monitor_rise.ln_e is 'the largest ln E from then on';
create index monitor_rise_of_monitor on monitor_rise (monitor, risen_at);
create trigger monitor_rise_append_only before update or delete on monitor_rise
    for each row execute function refuse_change();

create function keep_rise() returns trigger language plpgsql as $$
begin
    insert into monitor_rise (monitor, risen_at, ln_e) values (new.id, now(), new.sup_ln_e);
    return null;
end $$;
create trigger monitor_keeps_rises after update of sup_ln_e on monitor
    for each row when (new.sup_ln_e is not null and new.sup_ln_e is distinct from old.sup_ln_e)
    execute function keep_rise();

-- Of earlier rises nothing is known but that the last had happened by the last judgement.
insert into monitor_rise (monitor, risen_at, ln_e)
select id, coalesce((select judged_at from judgement where judgement.monitor = monitor.id), now()), sup_ln_e
  from monitor where sup_ln_e is not null order by created_at, id;

-- What judging goes by of a monitor, as it was: a row whenever it changes, whoever changes it. Append-only.
create table monitor_state (
    seq                bigint           generated always as identity primary key,
    monitor            text             not null references monitor (id),
    since              timestamptz      not null,
    status             text             not null,
    p0                 double precision,
    start_week         text,
    first_counted_week text
);
create index monitor_state_of_monitor on monitor_state (monitor, since);
create trigger monitor_state_append_only before update or delete on monitor_state
    for each row execute function refuse_change();

create function keep_monitor_state() returns trigger language plpgsql as $$
begin
    insert into monitor_state (monitor, since, status, p0, start_week, first_counted_week)
    values (new.id, now(), new.status, new.p0, new.start_week, new.first_counted_week);
    return null;
end $$;
create trigger monitor_keeps_its_first_state after insert on monitor
    for each row execute function keep_monitor_state();
create trigger monitor_keeps_its_states after update of status, p0, start_week, first_counted_week on monitor
    for each row when ((new.status, new.p0, new.start_week, new.first_counted_week)
                       is distinct from (old.status, old.p0, old.start_week, old.first_counted_week))
    execute function keep_monitor_state();

-- Until now nothing changed but that the first counted week was frozen, when the first exposure was judged.
insert into monitor_state (monitor, since, status, p0, start_week, first_counted_week)
select id, created_at, status, p0, start_week, first_counted_week from monitor order by created_at, id;

-- Up to where sessions had been received when an alert's evidence reached the threshold. Found once, and kept: what is
-- corrected later changes what is counted up to there, not where that is.
create table crossing (
    alert_id       uuid        primary key,
    received_until timestamptz not null,
    stored_until   timestamptz not null,
    found_at       timestamptz not null default now()
);
comment on column crossing.received_until is 'sessions received later are not among those that the alert was raised on';
comment on column crossing.stored_until is 'nor are those of which nothing had been coded by then';
create trigger crossing_append_only before update or delete on crossing
    for each row execute function refuse_change();

-- When a version was written, so that an alert can be shown as of any time: not every version has a step of its own.
alter table alert_version add column written_at timestamptz;
alter table alert_version alter column written_at set default now();
comment on column alert_version.written_at is 'null for what was written before this column: then at its last step';

-- Since when a clinic-week is closed or open, so that a promise can be said as of any time. Append-only.
create table clinic_week_state (
    seq    bigint      generated always as identity primary key,
    clinic text        not null,
    week   text        not null,
    since  timestamptz not null,
    closed boolean     not null
);
create index clinic_week_state_of_week on clinic_week_state (clinic, week, since);
create trigger clinic_week_state_append_only before update or delete on clinic_week_state
    for each row execute function refuse_change();

create function keep_clinic_week_state() returns trigger language plpgsql as $$
begin
    insert into clinic_week_state (clinic, week, since, closed) values (new.clinic, new.week, now(), new.closed);
    return null;
end $$;
create trigger clinic_week_keeps_its_first_state after insert on clinic_week
    for each row execute function keep_clinic_week_state();
create trigger clinic_week_keeps_its_states after update of closed on clinic_week
    for each row when (new.closed is distinct from old.closed)
    execute function keep_clinic_week_state();

-- Of what is there already it is not known when it closed.
insert into clinic_week_state (clinic, week, since, closed)
select clinic, week, now(), closed from clinic_week order by clinic, week;
