-- Why a version was stated, in a person's words: free text, so it lies apart as the reporters' words do and can be encrypted
-- and erased by patient. No row: no reason was given, or it was erased.
create table session_reason (
    session_id uuid not null,
    version    integer not null,
    reason     text not null,
    primary key (session_id, version)
);
insert into session_reason (session_id, version, reason)
select session_id, version, reason from session_version where reason is not null;
alter table session_version drop column reason;
