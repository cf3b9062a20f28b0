-- The nulls that officers gave, append-only: of a figure the latest revision is in force. The null that follows from the
-- figure itself is computed and stands before revision 1.
create table baseline_null (
    baseline   text             not null,
    revision   integer          not null check (revision >= 1),
    p0         double precision not null check (p0 > 0 and p0 < 1),
    basis      text             not null,
    reason     text             not null,
    decided_at timestamptz      not null,
    decided_by text             not null,
    primary key (baseline, revision)
);
comment on column baseline_null.basis is 'what the number is: stated, or computed from studies that were stated';
create trigger baseline_null_append_only before update or delete on baseline_null
    for each row execute function refuse_change();

-- What officers' monitors take comes out of a part of alpha of its own.
alter table monitor add column by_officer boolean not null default false;

-- What happened to a monitor, append-only.
create table monitor_step (
    seq        bigint           generated always as identity primary key,
    monitor    text             not null references monitor (id),
    step       text             not null check (step in ('MADE', 'NULL_GIVEN', 'RETIRED')),
    p0         double precision,
    start_week text,
    taken_at   timestamptz      not null,
    taken_by   text             not null,
    reason     text,
    constraint monitor_step_once unique (monitor, step)
);
comment on column monitor_step.p0 is 'the monitor''s null from this step on; null while it waits for one';
comment on column monitor_step.start_week is 'its first week that counts, from this step on; null: from the beginning';
insert into monitor_step (monitor, step, p0, start_week, taken_at, taken_by)
select id, 'MADE', p0, start_week, created_at, created_by from monitor order by created_at, id;
create trigger monitor_step_append_only before update or delete on monitor_step
    for each row execute function refuse_change();

-- Whoever changes what is judged leaves a row here; the instance that applies takes it and judges all on its next cut.
create table judgement_due (
    asked_at timestamptz not null default now()
);
