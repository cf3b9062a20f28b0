insert into coded_session (session_id, version, coding_revision, status, clinic, patient, attributes, events, first_received_at,
                           received_at, vocabulary, outcomes)
select md5('session ' || %1$d || ' ' || s)::uuid, 1, r, 'ACTIVE', 'clinic-' || (s %% 3), encode(sha256(('patient ' || s)::bytea), 'hex'),
       jsonb_build_object('startedAt', '2026-11-22T09:00:00Z', 'n', s),
       jsonb_build_array(jsonb_build_object('id', md5('event' || s)::uuid, 'term', 'dizziness', 'confidence', 0.1 * s)),
       now(), now(), '2026.11', jsonb_build_object(md5('event' || s), 'RECOVERED')
  from generate_series(1, 60) s, generate_series(1, 2) r where s %% 3 >= r - 1;
insert into reported_text (session_id, version, event_id, sealed)
select distinct session_id, version, md5(session_id::text)::uuid, sha256(('dizzy ' || session_id)::bytea)
  from coded_session where coding_revision = 1 and seq %% 2 = 0 on conflict do nothing;
insert into patient_key (session_id, version, wrapped)
select distinct session_id, version, sha256(('key ' || session_id)::bytea) from reported_text on conflict do nothing;
insert into session_erasure (session_id, version)
select session_id, 9 from coded_session where coding_revision = 1 and seq %% 2 = 1 and seq > (select max(seq) - 60 from coded_session);
insert into ruling (key, revision, terms, who, decided_at, origin, taken_by, sessions, depth)
select sha256(('words ' || n)::bytea), %1$d, case when n %% 3 = 0 then '{}'::text[] else array['dizziness', 'a "b", c'] end,
       'officer-' || n, timestamptz '2026-11-20 08:00:00.000001Z' + n * interval '1 minute',
       case when n %% 2 = 0 then 'another-site' end, case when n %% 2 = 0 then 'anna' end, n, n %% 2
  from generate_series(1, 25) n;
insert into ruling_reason (seq, reason)
select seq, 'so the nurses say ' || seq from ruling where not exists (select from ruling_reason r where r.seq = ruling.seq);
update recoding set finished_at = now() where finished_at is null;
insert into recoding (kind, vocabulary, reason, who) values ('VOCABULARY', '2026.%1$d', 'a new version', 'anna');
insert into recoding (kind, vocabulary) values ('PREVIEW', '2026.%1$d');
