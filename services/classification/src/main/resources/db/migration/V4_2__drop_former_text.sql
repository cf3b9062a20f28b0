-- V4.1 is Java and comes with the service: whoever migrates without it must not lose a word.
do $$
begin
    if exists (select from former_text f where not exists (
            select from reported_text s
             where (s.session_id, s.version, s.event_id) = (f.session_id, f.version, f.event_id))) then
        raise exception 'free text is not sealed yet: run the migrations of classification''s own jar, with DRIPLINE_FREE_TEXT_KEYS';
    end if;
end $$;
drop table former_text;
-- What sessions hold is indexed again in the background, by masked words. Words that somebody ruled on stay.
delete from session_word;
delete from session_now;
delete from words where not exists (select from ruling where ruling.key = words.key);
insert into recoding (kind) select 'INDEX' where exists (select from coded_session);
