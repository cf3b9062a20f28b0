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

-- Their commit order, as alerts have it.
alter table baseline_null add column seq bigint generated always as identity;
alter table baseline_null add column xid xid8 not null default pg_current_xact_id();
create index baseline_null_commit_order on baseline_null (xid, seq);
alter table monitor add column seq bigint generated always as identity;
alter table monitor add column xid xid8 not null default pg_current_xact_id();
create index monitor_commit_order on monitor (xid, seq);
alter table monitor_step add column xid xid8 not null default pg_current_xact_id();
create index monitor_step_commit_order on monitor_step (xid, seq);
alter table monitor_state add column xid xid8 not null default pg_current_xact_id();
create index monitor_state_commit_order on monitor_state (xid, seq);
alter table monitor_rise add column xid xid8 not null default pg_current_xact_id();
create index monitor_rise_commit_order on monitor_rise (xid, seq);
alter table clinic_week_state add column xid xid8 not null default pg_current_xact_id();
create index clinic_week_state_commit_order on clinic_week_state (xid, seq);
alter table crossing add column seq bigint generated always as identity;
alter table crossing add column xid xid8 not null default pg_current_xact_id();
create index crossing_commit_order on crossing (xid, seq);
alter table digest add column seq bigint generated always as identity;
alter table digest add column xid xid8 not null default pg_current_xact_id();
create index digest_commit_order on digest (xid, seq);
