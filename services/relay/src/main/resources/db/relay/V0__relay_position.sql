-- How far each relay of this database has published. Behind by a batch after a crash: repeats, never losses.
create table relay_position (
    name     text primary key,
    xid      xid8 not null,
    seq      bigint not null,
    moved_at timestamptz not null default now()
);
