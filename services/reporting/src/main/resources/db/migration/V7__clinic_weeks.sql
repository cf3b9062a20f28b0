-- What clinics performed and posted by week, as intake last published it: how far counts are complete. Of no generation: its
-- versions are intake's own, so a topic that was made anew, or read again, changes nothing.
create table clinic_week (
    clinic  text        not null,
    week    text        not null,
    version bigint      not null check (version >= 1),
    posted  bigint      not null check (posted >= 0),
    agrees  boolean     not null,
    over_at timestamptz not null,
    closed  boolean     not null,
    due     boolean     not null default true,
    primary key (clinic, week)
);
comment on column clinic_week.posted is 'active sessions that started in the week';
comment on column clinic_week.agrees is 'each of its days has a tally that equals the sessions posted';
comment on column clinic_week.over_at is 'when it is over everywhere on earth';
comment on column clinic_week.closed is 'it agrees, and it was found to be over';
comment on column clinic_week.due is 'it closed or opened, and promises have not been judged since';
create index clinic_week_closing on clinic_week (over_at) where agrees and not closed;
create index clinic_week_due on clinic_week (clinic) where due;
