-- Words are found by a keyed hash from now on; until now by one that anybody can make who guesses them. What is looked up gets the new
-- keys in tables of its own, so that the files that held the former ones are removed with the former tables. V7.1 fills them.

-- Through how many secrets the keys of words have gone, and by what those secrets are recognised. One row.
create table word_secrets (
    depth       integer not null check (depth >= 0),
    fingerprint bytea
);
insert into word_secrets (depth) values (0);

-- A ruling is sealed with the key that its words had when it was made, and keeps it. 0: the hash of before.
alter table ruling add column depth integer not null default 0 check (depth >= 0);
alter table ruling alter column depth drop default;
comment on column ruling.depth is 'through how many secrets its key has gone';

-- By what its words are found now: derived from the ruling and the secrets, at every start.
create table ruled_words (
    seq bigint primary key references ruling,
    key bytea not null
);
create index ruled_words_by_key on ruled_words (key);

alter table words rename to former_words;
alter index words_pkey rename to former_words_pkey;
create table words (
    key   bytea primary key,
    words text not null
);

alter table session_word rename to former_session_word;
alter index session_word_pkey rename to former_session_word_pkey;
alter index session_word_by_key rename to former_session_word_by_key;
alter index session_word_awaiting rename to former_session_word_awaiting;
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

-- Until the end of the transaction nobody rules and no codings are stored.
create function hold_rulings() returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('dripline.ruling', 0));
end $$;

-- Refuses whoever makes keys under other secrets: those of words would not meet those that are stored. An SQLSTATE of the class
-- "insufficient resources", which is tried again.
create function require_secrets(expected bytea) returns void language plpgsql as $$
begin
    if not exists (select from word_secrets where fingerprint = expected) then
        raise exception 'dripline.words.keys: expected those with which the database is written, found others' using errcode = '53400';
    end if;
end $$;

drop function last_ruling();
-- Whoever stores codings calls this first: from then to the end of its transaction no ruling is made, so that none can
-- miss what is being stored. Answers the last ruling, as a statement of its own sees it: after the lock.
create function last_ruling(secrets bytea) returns bigint language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('dripline.ruling', 0));
    perform require_secrets(secrets);
    return (select coalesce(max(seq), 0) from ruling);
end $$;

drop function begin_ruling();
-- Whoever rules calls this first.
create function begin_ruling(secrets bytea) returns void language plpgsql as $$
begin
    perform hold_rulings();
    perform require_secrets(secrets);
end $$;

create or replace function ruling_is_work() returns trigger language plpgsql as $$
begin
    insert into ruled_words (seq, key) values (new.seq, new.key);
    if exists (select from session_word where key = new.key) then
        insert into recoding (kind, key) values ('RULING', new.key);
    end if;
    perform pg_notify('ruling', '');
    return null;
end $$;
