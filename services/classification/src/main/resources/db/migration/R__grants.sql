-- What the role `classification`, as which the service works, may do: read, and add rows. It owns nothing, so it switches no trigger off,
-- and it changes only what is named below: state that is derived or in progress, never a record. A table that a later
-- migration makes can be read and added to; one that is changed needs a line here, which makes this run again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'classification') then
        raise notice 'there is no role classification; nothing is granted';
        return;
    end if;
    execute format('revoke all on all tables in schema %I from classification', current_schema());
    execute format('grant usage on schema %I to classification', current_schema());
    execute format('grant select, insert on all tables in schema %I to classification', current_schema());
    execute format('alter default privileges in schema %I grant select, insert on tables to classification', current_schema());
    if to_regclass('flyway_schema_history') is not null then
        revoke insert on flyway_schema_history from classification;
    end if;
    if to_regclass('relay_position') is not null then
        grant update on relay_position to classification;
    end if;
    grant update on session_now to classification;
    grant delete on session_word, words, patient_key to classification;
    if to_regclass('ruled_words') is not null then
        grant update (key) on session_word, words, ruled_words to classification;
        grant update on word_secrets to classification;
    end if;
    grant update (key, after, done, changed, events, finished_at, superseded, ruled_up_to) on recoding to classification;
end $$;
