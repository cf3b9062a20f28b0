-- Tallies in commit order, as versions of sessions have it.
alter table tally add column xid xid8 not null default pg_current_xact_id();
create index tally_commit_order on tally (xid, seq);

-- What a clinic performed and posted in a week, day by day: the record as it is published, one row a version, derived from
-- what was committed in session_version and tally. Rows are added, never changed.
create table clinic_week_version (
    clinic  text not null,
    week    text not null,
    version bigint not null check (version >= 1),
    record  json not null,
    seq     bigint generated always as identity,
    xid     xid8 not null default pg_current_xact_id(),
    primary key (clinic, week, version)
);
create index clinic_week_version_commit_order on clinic_week_version (xid, seq);

-- Up to where each of the two is contained in it; moved by the statement that adds versions.
create table clinic_week_position (
    ledger text primary key,
    xid    xid8 not null,
    seq    bigint not null
);
insert into clinic_week_position (ledger, xid, seq) values ('session_version', '0', 0), ('tally', '0', 0);
