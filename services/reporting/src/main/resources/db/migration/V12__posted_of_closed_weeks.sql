-- How many sessions had been posted of a week that was closed, so that a promise can be said as of any time: what was
-- posted and not yet counted kept its week open.
alter table clinic_week_state add column posted bigint;
comment on column clinic_week_state.posted is 'null for what was kept before this column';

create or replace function keep_clinic_week_state() returns trigger language plpgsql as $$
begin
    insert into clinic_week_state (clinic, week, since, closed, posted)
    values (new.clinic, new.week, now(), new.closed, new.posted);
    return null;
end $$;

-- Of a week that is open it does not matter how many were posted.
drop trigger clinic_week_keeps_its_states on clinic_week;
create trigger clinic_week_keeps_its_states after update of closed, posted on clinic_week
    for each row when (new.closed is distinct from old.closed or new.closed and new.posted is distinct from old.posted)
    execute function keep_clinic_week_state();

insert into clinic_week_state (clinic, week, since, closed, posted)
select clinic, week, now(), closed, posted from clinic_week where closed order by clinic, week;
