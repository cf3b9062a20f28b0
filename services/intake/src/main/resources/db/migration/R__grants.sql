-- What the role `intake`, as which the service works, may do: read, and add rows. It owns nothing, so it switches no trigger off,
-- and it changes only what is named below: state that is derived or in progress, never a record. A table that a later
-- migration makes can be read and added to; one that is changed needs a line here, which makes this run again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'intake') then
        raise notice 'there is no role intake; nothing is granted';
        return;
    end if;
    execute format('revoke all on all tables in schema %I from intake', current_schema());
    execute format('grant usage on schema %I to intake', current_schema());
    execute format('grant select, insert on all tables in schema %I to intake', current_schema());
    execute format('alter default privileges in schema %I grant select, insert on tables to intake', current_schema());
    if to_regclass('flyway_schema_history') is not null then
        revoke insert on flyway_schema_history from intake;
    end if;
    if to_regclass('relay_position') is not null then
        grant update on relay_position to intake;
    end if;
    grant update on clinic_week_position, pseudonym_keys to intake;
    grant update (code_hash, depth) on patient to intake;
    grant delete on patient_key to intake;
end $$;
