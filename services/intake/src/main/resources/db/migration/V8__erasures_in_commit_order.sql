-- Erasures in commit order, as everything that is sealed has it.
alter table erasure add column seq bigint generated always as identity;
alter table erasure add column xid xid8 not null default pg_current_xact_id();
create index erasure_commit_order on erasure (xid, seq);
alter table session_erasure add column seq bigint generated always as identity;
alter table session_erasure add column xid xid8 not null default pg_current_xact_id();
create index session_erasure_commit_order on session_erasure (xid, seq);
