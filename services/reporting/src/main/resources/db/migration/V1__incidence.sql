-- A generation is a complete count; the active one is shown.
create table generation (
    id         integer     primary key check (id >= 1),
    active     boolean     not null default false,
    applied_at timestamptz not null default now()
);
comment on column generation.applied_at is 'when the newest change that this generation counts was applied';
create unique index generation_one_active on generation (active) where active;
insert into generation (id, active) values (1, true);

-- How far a topic has been applied, written in the transaction of what was applied. A topic that was made anew has
-- another id and is read from its beginning.
create table consumed (
    topic       text    not null,
    partition   integer not null,
    topic_id    text    not null,
    next_offset bigint  not null check (next_offset >= 0),
    primary key (topic, partition)
);

-- One shard's share of a cell, as last published; key is that of its record.
create table cell (
    id            bigint  generated always as identity primary key,
    generation    integer not null,
    shard         integer not null,
    key           text    not null,
    unit          text    not null,
    week          text    not null,
    clinic        text    not null,
    route         text    not null,
    formulation   text    not null,
    regimen       text    not null,
    indication    text    not null,
    dose_band     text    not null,
    ascertainment text    not null,
    exposed       bigint  not null,
    awaiting      bigint  not null,
    replaced      bigint  not null,
    version       bigint  not null,
    unique (generation, key),
    constraint cell_counts check (0 <= awaiting and awaiting <= exposed and 0 <= replaced)
);
create index cell_of_clinic on cell (generation, unit, clinic, week);

-- settled: affected exposures in which no event awaits coding. possible, of a cell as of any sum of cells, is
-- awaiting + settled; a measure without a row has affected 0 and settled 0.
create table cell_measure (
    cell_id  bigint not null references cell (id),
    measure  text   not null,
    affected bigint not null,
    settled  bigint not null,
    primary key (cell_id, measure),
    constraint cell_measure_counts check (0 <= settled and settled <= affected)
);

-- The same counts summed over shards and over every dimension but these, kept by the difference in the transaction
-- that changes a cell.
create table rollup (
    id         bigint  generated always as identity primary key,
    generation integer not null,
    unit       text    not null,
    week       text    not null,
    clinic     text    not null,
    route      text    not null,
    exposed    bigint  not null,
    awaiting   bigint  not null,
    replaced   bigint  not null,
    unique (generation, unit, clinic, week, route),
    constraint rollup_counts check (0 <= awaiting and awaiting <= exposed and 0 <= replaced)
);

create table rollup_measure (
    rollup_id bigint not null references rollup (id),
    measure   text   not null,
    affected  bigint not null,
    settled   bigint not null,
    primary key (rollup_id, measure),
    constraint rollup_measure_counts check (0 <= settled and settled <= affected)
);
