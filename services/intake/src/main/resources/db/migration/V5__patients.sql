-- Through how many keys the hashes of patients' codes have gone, and by what those keys are recognised. One row; `intake`
-- fills the fingerprint at its first start and moves both on when a key was added.
create table pseudonym_keys (
    depth       integer primary key check (depth >= 1),
    fingerprint bytea
);
insert into pseudonym_keys (depth) values (1);

-- Who a patient is: a random id for good, found by a keyed hash of clinic and code. Every other table and every topic knows
-- the id alone, so that a new key rewrites this table and nothing else. The reference refuses whoever still hashes by
-- fewer keys: it would make a second patient of the same code.
create table patient (
    id        text primary key check (id ~ '^[0-9a-f]{64}$'),
    code_hash bytea not null unique,
    depth     integer not null references pseudonym_keys on update cascade
);

-- Until now the hash was the id.
insert into patient (id, code_hash, depth) select distinct patient, decode(patient, 'hex'), 1 from session_version;
