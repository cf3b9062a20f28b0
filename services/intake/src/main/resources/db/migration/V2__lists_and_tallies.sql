-- The local date of a session's start, by the offset that its clinic stated: what lists are ordered and tallies compared by.
alter table session_version add column local_date date not null generated always as (
    make_date(substr(content -> 'attributes' ->> 'startedAt', 1, 4)::integer,
              substr(content -> 'attributes' ->> 'startedAt', 6, 2)::integer,
              substr(content -> 'attributes' ->> 'startedAt', 9, 2)::integer)) stored;
-- One for a clinic's own list and its tallies, one for those who read every clinic's.
create index session_version_of_clinic_by_date on session_version (clinic, local_date, session_id);
create index session_version_by_date on session_version (local_date, session_id);

-- How many sessions a clinic says that it performed on a day. Rows are added, never changed; the newest holds.
create table tally (
    seq                bigint generated always as identity primary key,
    clinic             text not null,
    date               date not null,
    sessions_performed integer not null check (sessions_performed between 0 and 10000),
    who                text not null,
    stated_at          timestamptz not null
);
create index tally_newest on tally (clinic, date, seq desc);
