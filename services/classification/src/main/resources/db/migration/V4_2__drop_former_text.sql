-- What sessions hold is indexed again in the background, by masked words.
drop table former_text;
delete from session_word;
delete from session_now;
delete from words where not exists (
    select from ruling where ruling.key = words.key and ruling.origin is not null);
insert into recoding (kind) select 'INDEX' where exists (select from coded_session);
