-- Every statement of every session: the record, the audit trail and the outbox in one. Rows are added, never changed.
create table session_version (
    seq               bigint generated always as identity primary key,
    xid               xid8 not null default pg_current_xact_id(),
    session_id        uuid not null,
    version           integer not null check (version >= 1),
    status            text not null check (status in ('ACTIVE', 'WITHDRAWN')),
    clinic            text not null,
    reference         text not null,
    patient           text not null check (patient ~ '^[0-9a-f]{64}$'), -- a keyed hash; the code is stored nowhere
    content           jsonb not null,                                   -- without free text
    who               text not null,
    reason            text,
    content_hash      bytea not null,                                   -- keyed, over content and free text
    first_received_at timestamptz not null,
    received_at       timestamptz not null,
    unique (session_id, version)
);
create unique index session_version_reference on session_version (clinic, reference) where version = 1;
create index session_version_commit_order on session_version (xid, seq);

-- The reporters' words, apart so that they can be encrypted and erased by patient. Written by the statement that writes
-- the version, so a foreign key would only cost time.
create table session_text (
    session_id uuid not null,
    version    integer not null,
    event_id   uuid not null,
    verbatim   text not null,
    primary key (session_id, version, event_id)
);
