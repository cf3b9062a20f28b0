-- Words in normal form, apart from what was ruled and counted. A row may go at any time: what was ruled about its words
-- holds on by the key, and coding goes on without it.
create table words (
    key   bytea primary key,
    words text not null
);

-- What is true of a session now: the newest coding of its newest version.
create table session_now (
    session_id      uuid primary key,
    version         int not null,
    coding_revision int not null,
    active          boolean not null,
    vocabulary      text not null
);
comment on column session_now.vocabulary is 'with which it was coded last, also where that changed nothing';
create index session_now_by_vocabulary on session_now (vocabulary) where active;

-- The words that active sessions hold now, so that a ruling finds them, and the review queue what awaits.
create table session_word (
    session_id  uuid not null,
    key         bytea not null,
    awaiting    boolean not null,
    clinic      text not null,
    received_at timestamptz not null,
    primary key (session_id, key)
);
create index session_word_by_key on session_word (key, session_id);
create index session_word_awaiting on session_word (key) include (clinic, received_at) where awaiting;

-- What people ruled about words; a revision is a new row, the highest holds.
create table ruling (
    seq        bigint generated always as identity primary key,
    key        bytea not null,
    revision   int not null check (revision >= 1),
    terms      text[] not null,
    who        text not null,
    decided_at timestamptz not null,
    origin     text,
    taken_by   text,
    taken_at   timestamptz not null default clock_timestamp(),
    sessions   bigint not null,
    unique (key, revision)
);
comment on column ruling.terms is 'none: the words are no adverse event';
comment on column ruling.origin is 'the site that ruled, where it was imported, by taken_by';
comment on column ruling.sessions is 'how many held the words just before it was made';
create trigger ruling_is_append_only before update or delete on ruling
    for each statement execute function refuse_change();

-- Prose may name somebody, and must be able to go.
create table ruling_reason (
    seq    bigint primary key references ruling,
    reason text not null
);

-- Work on stored sessions: what is left begins after the session `after`.
create table recoding (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('INDEX', 'RULING', 'VOCABULARY', 'PREVIEW')),
    key         bytea,
    vocabulary  text,
    reason      text,
    who         text,
    asked_at    timestamptz not null default clock_timestamp(),
    after       uuid not null default '00000000-0000-0000-0000-000000000000',
    done        bigint not null default 0,
    changed     bigint not null default 0,
    events      jsonb not null default '[]',
    finished_at timestamptz,
    superseded  boolean not null default false,
    ruled_up_to bigint
);
comment on column recoding.ruled_up_to is 'PREVIEW only: the last ruling when counting began';
comment on column recoding.superseded is 'closed unfinished: another vocabulary came into use';
create index recoding_open on recoding (id) where finished_at is null;
create unique index recoding_one_preview on recoding (vocabulary) where kind = 'PREVIEW';
create unique index recoding_one_at_a_time on recoding (kind) where kind = 'VOCABULARY' and finished_at is null;

-- What was coded before this migration is indexed in the background.
insert into recoding (kind) select 'INDEX' where exists (select from coded_session);

-- Whoever stores codings calls this first: from then to the end of its transaction no ruling is made, so that none can
-- miss what is being stored. Answers the last ruling, as a statement of its own sees it: after the lock.
create function last_ruling() returns bigint language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('dripline.ruling', 0));
    return (select coalesce(max(seq), 0) from ruling);
end $$;

-- Whoever rules calls this first.
create function begin_ruling() returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('dripline.ruling', 0));
end $$;

create function ruling_is_work() returns trigger language plpgsql as $$
begin
    if exists (select from session_word where key = new.key) then
        insert into recoding (kind, key) values ('RULING', new.key);
    end if;
    perform pg_notify('ruling', '');
    return null;
end $$;
create trigger ruling_recodes after insert on ruling for each row execute function ruling_is_work();

-- For the line listing: by local date of start, and all of a patient's.
create index coded_session_by_start on coded_session (substr(attributes ->> 'startedAt', 1, 10), session_id);
create index coded_session_by_patient on coded_session (patient);
alter table coded_session add column outcomes jsonb not null default '{}';
comment on column coded_session.outcomes is 'what was stated of each event''s outcome, by its id; empty for what was coded before';
