-- Free text is sealed from now on: into tables of their own, so that the files that held it in the clear are removed with the former
-- ones. What was there is sealed by V6.1.
-- The data key of each version that holds free text, wrapped by the installation's key. Whoever deletes it erases
-- what it sealed, here and wherever a copy lies.
create table patient_key (
    session_id uuid not null,
    version    integer not null,
    patient    text not null,
    wrapped    bytea not null,
    primary key (session_id, version)
);
create index patient_key_of_patient on patient_key (patient);
alter table session_text rename to former_text;
alter index session_text_pkey rename to former_text_pkey;
create table session_text (
    session_id uuid not null,
    version    integer not null,
    event_id   uuid not null,
    sealed     bytea not null,
    primary key (session_id, version, event_id)
);
alter table session_reason rename to former_reason;
alter index session_reason_pkey rename to former_reason_pkey;
create table session_reason (
    session_id uuid not null,
    version    integer not null,
    sealed     bytea not null,
    primary key (session_id, version)
);
-- By which version of a session its words were erased, and who asked for that. Rows are added, never changed.
create table session_erasure (
    session_id uuid not null,
    version    integer not null,
    erased_at  timestamptz not null,
    primary key (session_id, version)
);
create table erasure (
    id        uuid primary key,
    clinic    text not null,
    patient   text not null,
    ground    text not null,
    who       text not null,
    erased_at timestamptz not null,
    sessions  integer not null
);
create index erasure_of_patient on erasure (patient, erased_at);
create index erasure_newest on erasure (erased_at);
