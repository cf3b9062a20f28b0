-- The chain: one row for each row of a sealed table, in the order in which they were found committed. `hash` is keyed and
-- covers all columns and the hash before; the key is not in the database. Rows are added, never changed.
create table ledger_seal (
    position  bigint primary key check (position >= 1),
    sealed    text not null,
    form      smallint not null,
    xid       xid8 not null,
    seq       bigint not null,
    row_key   text not null,
    row_hash  bytea not null,
    text_hash bytea not null,
    sealed_at timestamptz not null,
    hash      bytea not null,
    unique (sealed, xid, seq)
);
comment on column ledger_seal.sealed is 'the table; xid and seq say which row, row_key names it to a person';
comment on column ledger_seal.form is 'which columns row_hash covers';
comment on column ledger_seal.text_hash is '32 bytes for each table of text that can be erased';

-- Their commit order, as codings have it.
alter table ruling add column xid xid8 not null default pg_current_xact_id();
create index ruling_commit_order on ruling (xid, seq);
alter table recoding add column xid xid8 not null default pg_current_xact_id();
create index recoding_commit_order on recoding (xid, id);
