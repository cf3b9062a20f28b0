-- By which version of a session its words were erased: where a key is gone and no row says so, somebody else took it.
create table session_erasure (
    session_id uuid not null,
    version    integer not null,
    stored_at  timestamptz not null default clock_timestamp(),
    seq        bigint generated always as identity,
    xid        xid8 not null default pg_current_xact_id(),
    primary key (session_id, version)
);
create index session_erasure_commit_order on session_erasure (xid, seq);

-- What is gone by now is taken for erased: nothing says otherwise.
insert into session_erasure (session_id, version)
select t.session_id, max(t.version) + 1 from reported_text t
 where not exists (select from patient_key k where (k.session_id, k.version) = (t.session_id, t.version))
 group by t.session_id;
