-- What the role `reporting`, as which the service works, may do: read, and add rows. It owns nothing, so it switches no trigger off,
-- and it changes only what is named below: state that is derived or in progress, never a record. A table that a later
-- migration makes can be read and added to; one that is changed needs a line here, which makes this run again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'reporting') then
        raise notice 'there is no role reporting; nothing is granted';
        return;
    end if;
    execute format('revoke all on all tables in schema %I from reporting', current_schema());
    execute format('grant usage on schema %I to reporting', current_schema());
    execute format('grant select, insert on all tables in schema %I to reporting', current_schema());
    execute format('alter default privileges in schema %I grant select, insert on tables to reporting', current_schema());
    if to_regclass('flyway_schema_history') is not null then
        revoke insert on flyway_schema_history from reporting;
    end if;
    if to_regclass('relay_position') is not null then
        grant update on relay_position to reporting;
    end if;
    -- Not on the sums and marks: triggers keep them, as the owner.
    grant update on generation, cell, cell_measure, rollup, rollup_measure, judgement, consumed, clinic_week, delivery,
                    notification_position to reporting;
    grant delete on cell, cell_measure, rollup, rollup_measure, marginal, marginal_measure, judgement, judgement_due, consumed,
                    latched_alert to reporting;
    grant update (p0, status, start_week, first_counted_week, sup_ln_e) on monitor to reporting;
end $$;
