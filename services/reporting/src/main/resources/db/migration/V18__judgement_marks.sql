-- Another one, and never one of before, with every judgement.
alter table judgement add column mark uuid not null default gen_random_uuid();
create function mark_judgement() returns trigger language plpgsql as $$
begin
    new.mark := gen_random_uuid();
    return new;
end $$;
create trigger judgement_is_marked before insert or update on judgement
    for each row execute function mark_judgement();
