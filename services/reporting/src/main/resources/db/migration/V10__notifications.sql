-- What was computed for each day's digest, at one time; a day has one at most.
create table digest (
    day         date        primary key,
    computed_at timestamptz not null,
    content     json        not null
);
create trigger digest_append_only before update or delete on digest
    for each row execute function refuse_change();

-- How far the versions of alerts and the digests were turned into deliveries. What there was before people could be told
-- is not told.
create table notification_position (
    xid        xid8   not null,
    seq        bigint not null,
    digest_day date   not null
);
create unique index notification_position_is_one on notification_position ((true));
with told as (select xid, seq from alert_version where xid < pg_snapshot_xmin(pg_current_snapshot())
               order by xid desc, seq desc limit 1)
insert into notification_position (xid, seq, digest_day)
select coalesce((select xid from told), '0'), coalesce((select seq from told), 0), '-infinity';

-- One message to one recipient. Its id stays the same however often it is tried.
create table delivery (
    id            uuid        primary key,
    seq           bigint      not null unique generated always as identity,
    recipient     text        not null,
    occasion      text        not null,
    alert_id      uuid,
    alert_version integer,
    digest_day    date        references digest,
    state         text        not null check (state in ('WAITING', 'DELIVERED', 'PARKED')),
    tries         integer     not null default 0 check (tries >= 0),
    failures      integer     not null default 0 check (failures >= 0),
    created_at    timestamptz not null,
    waiting_since timestamptz not null,
    next_try_at   timestamptz,
    leased_until  timestamptz,
    delivered_at  timestamptz,
    last_error    text,
    retried_at    timestamptz,
    retried_by    text,
    foreign key (alert_id, alert_version) references alert_version (alert_id, version),
    constraint delivery_of_one_thing check (num_nonnulls(alert_id, digest_day) = 1
                                            and (alert_id is null) = (alert_version is null)),
    constraint delivery_waits_for_a_time check ((state = 'WAITING') = (next_try_at is not null)),
    constraint delivery_once unique nulls not distinct (recipient, alert_id, alert_version, digest_day)
);
comment on column delivery.recipient is 'mail:<address> or webhook:<name of the setting>';
comment on column delivery.failures is 'in a row, since it began to wait or an officer sent it again';
comment on column delivery.waiting_since is 'from when patience is counted';
comment on column delivery.leased_until is 'until then somebody is trying it, or died doing so';
create index delivery_waiting on delivery (recipient, seq) where state = 'WAITING';
create index delivery_parked on delivery (recipient) where state = 'PARKED';
create index delivery_of_state on delivery (state, seq);
