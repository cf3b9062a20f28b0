-- V7.1 is Java and comes with the service: whoever migrates without it must not lose a word, or a ruling its words.
do $$
begin
    if (select count(*) from former_words) <> (select count(*) from words)
        or (select count(*) from former_session_word) <> (select count(*) from session_word)
        or (select count(*) from ruling) <> (select count(*) from ruled_words) then
        raise exception 'words have no keys yet: run the migrations of classification''s own jar, with DRIPLINE_WORDS_KEYS';
    end if;
end $$;
drop table former_words;
drop table former_session_word;
