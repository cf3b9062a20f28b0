-- Clinics in the order in which incidence first showed them; the order fixes their share of alpha.
create table clinic (
    name          text        primary key,
    ordinal       integer     not null unique check (ordinal >= 1),
    first_seen_at timestamptz not null default now()
);

-- All but the status and what judging froze is fixed when the monitor is made. A share once given is spent.
create table monitor (
    id                 text             primary key,
    baseline           text             not null,
    measure            text             not null,
    unit               text             not null check (unit in ('SESSION', 'COURSE', 'FIRST_COURSE')),
    cohort             jsonb            not null,
    start_week         text,
    alpha_share        double precision not null check (alpha_share > 0 and alpha_share <= 1),
    p0                 double precision check (p0 > 0 and p0 < 1),
    status             text             not null check (status in ('ACTIVE', 'WAITING_FOR_NULL', 'RETIRED')),
    first_counted_week text,
    sup_ln_e           double precision,
    created_at         timestamptz      not null default now(),
    created_by         text             not null,
    constraint monitor_active_has_null check (status <> 'ACTIVE' or p0 is not null)
);
comment on column monitor.start_week is 'null: from the beginning';
comment on column monitor.first_counted_week is 'frozen when the first exposure is judged';
comment on column monitor.sup_ln_e is 'largest ln E ever judged';

-- What was last judged, on a consistent cut: the counts by week and the evidence they gave.
create table judgement (
    monitor   text        primary key references monitor (id),
    judged_at timestamptz not null,
    ln_e      double precision,
    weeks     json        not null
);
