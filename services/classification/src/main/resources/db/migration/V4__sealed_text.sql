-- The reporters' words are masked and sealed from now on: into a table of its own, so that the file that held them in the clear is
-- removed with the former one. What was there is sealed by V4.1.
-- The data key of each version whose words were received, wrapped by the installation's key; of versions that
-- became dead letters too. Whoever deletes it erases what it sealed, here and wherever a copy lies.
create table patient_key (
    session_id uuid not null,
    version    integer not null,
    wrapped    bytea not null,
    primary key (session_id, version)
);
alter table reported_text rename to former_text;
alter index reported_text_pkey rename to former_text_pkey;
create table reported_text (
    session_id uuid not null,
    version    integer not null,
    event_id   uuid not null,
    sealed     bytea not null,
    primary key (session_id, version, event_id)
);
