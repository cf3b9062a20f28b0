-- V6.1 is Java and comes with the service: whoever migrates without it must not lose a word.
do $$
begin
    if exists (select from former_text f where not exists (
            select from session_text s
             where (s.session_id, s.version, s.event_id) = (f.session_id, f.version, f.event_id)))
        or exists (select from former_reason f where not exists (
            select from session_reason s where (s.session_id, s.version) = (f.session_id, f.version))) then
        raise exception 'free text is not sealed yet: run the migrations of intake''s own jar, with DRIPLINE_FREE_TEXT_KEYS';
    end if;
end $$;
drop table former_text;
drop table former_reason;
