-- A monitor raises again once its alert was superseded: at most one of its alerts stands. Which one that is follows from
-- alert_version, within the statement that adds a version.
create table latched_alert (
    monitor  text primary key references monitor (id),
    alert_id uuid not null unique
);
insert into latched_alert (monitor, alert_id) select monitor, alert_id from alert_version where version = 1;
drop index alert_raised_once;

create function latch_alert() returns trigger language plpgsql as $$
begin
    if new.version = 1 then
        insert into latched_alert (monitor, alert_id) values (new.monitor, new.alert_id);
        return null;
    end if;
    -- The relay publishes in this order: a version that was begun before its predecessor would leave the older one in the
    -- topic. Whoever adds a version begins a transaction for it.
    if not exists (select from alert_version before
                    where before.alert_id = new.alert_id and before.version = new.version - 1
                      and before.monitor = new.monitor and (before.xid, before.seq) < (new.xid, new.seq)) then
        raise exception 'alert %: version % does not follow the one before it', new.alert_id, new.version;
    end if;
    if new.record ->> 'state' = 'SUPERSEDED' then
        delete from latched_alert where alert_id = new.alert_id;
    end if;
    return null;
end $$;
create trigger alert_version_latches after insert on alert_version
    for each row execute function latch_alert();
