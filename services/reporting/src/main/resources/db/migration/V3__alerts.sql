-- Every version of every alert, append-only: record, audit trail and outbox in one. The record is kept as written.
create table alert_version (
    alert_id uuid    not null,
    version  integer not null check (version >= 1),
    monitor  text    not null references monitor (id),
    record   json    not null,
    seq      bigint  generated always as identity,
    xid      xid8    not null default pg_current_xact_id(),
    primary key (alert_id, version)
);
create index alert_version_in_commit_order on alert_version (xid, seq);
-- A monitor raises once.
create unique index alert_raised_once on alert_version (monitor) where version = 1;
create index alert_version_of_monitor on alert_version (monitor, version);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger alert_version_append_only before update or delete on alert_version
    for each row execute function refuse_change();
