-- Every coding of every session version: record, and outbox of the coded table. Append-only.
create table coded_session (
    seq               bigint generated always as identity primary key,
    xid               xid8 not null default pg_current_xact_id(),
    session_id        uuid not null,
    version           int not null check (version >= 1),
    coding_revision   int not null check (coding_revision >= 1),
    status            text not null,
    clinic            text not null,
    patient           text not null,
    attributes        jsonb not null,
    events            jsonb not null,
    first_received_at timestamptz not null,
    received_at       timestamptz not null,
    coded_at          timestamptz not null default clock_timestamp(),
    vocabulary        text not null,
    unique (session_id, version, coding_revision)
);
comment on column coded_session.patient is 'the patient''s pseudonym; decides the partition';
comment on column coded_session.events is 'the coded events as they go to Kafka: without a word of the reporter''s';

create index coded_session_commit_order on coded_session (xid, seq);

-- The reporter's words, apart from what is counted, so that they can be encrypted and erased by themselves.
create table reported_text (
    session_id uuid not null,
    version    int not null,
    event_id   uuid not null,
    verbatim   text not null,
    primary key (session_id, version, event_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: a correction is a new row', tg_table_name;
end $$;

create trigger coded_session_is_append_only before update or delete on coded_session
    for each statement execute function refuse_change();

create function notify_coded_session() returns trigger language plpgsql as $$
begin
    perform pg_notify('coded_session', '');
    return null;
end $$;

create trigger coded_session_wakes_the_relay after insert on coded_session
    for each statement execute function notify_coded_session();
