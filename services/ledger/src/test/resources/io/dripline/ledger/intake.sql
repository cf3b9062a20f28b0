-- Fifty sessions, some stated again, with words and reasons; tallies; clinic-weeks; erasures. %1$d sets batches apart.
insert into session_version (session_id, version, status, clinic, reference, patient, content, who, content_hash,
                             first_received_at, received_at)
select md5('session ' || %1$d || ' ' || s)::uuid, v, case when v = 3 then 'WITHDRAWN' else 'ACTIVE' end,
       'clinic-' || (s %% 3), 'ref-' || %1$d || '-' || s, encode(sha256(('patient ' || s)::bytea), 'hex'),
       jsonb_build_object('attributes', jsonb_build_object('startedAt', '2026-11-' || (10 + s %% 18) || 'T09:00:00+11:00',
                                                           'route', 'IV', 'plannedMgPerKg', 0.5 + s / 100.0),
                          'adverseEvents', jsonb_build_array(jsonb_build_object('id', md5('event' || s)::uuid))),
       'nurse-' || (s %% 7), sha256(('content ' || s || ' ' || v || ' ' || %1$d)::bytea),
       timestamptz '2026-11-01Z' + s * interval '1 hour', timestamptz '2026-11-01Z' + s * interval '1 hour' + v * interval '1 day'
  from generate_series(1, 50) s, generate_series(1, 3) v where s %% 4 >= v - 1;
insert into session_text (session_id, version, event_id, sealed)
select session_id, version, md5('event' || n)::uuid, sha256(('dizzy ' || session_id || version || n)::bytea)
  from session_version, generate_series(1, 2) n where reference like 'ref-%1$d-%%' and seq %% 2 = 0;
insert into session_reason (session_id, version, sealed)
select session_id, version, sha256(('weighed again ' || seq)::bytea)
  from session_version where version > 1 and reference like 'ref-%1$d-%%';
insert into tally (clinic, date, sessions_performed, who, stated_at)
select 'clinic-' || (n %% 3), date '2026-11-01' + n, n, 'nurse-' || n, timestamptz '2026-11-02 10:00:00.123456Z' + n * interval '1 day'
  from generate_series(1, 20) n;
insert into clinic_week_version (clinic, week, version, record)
select 'clinic-' || (n %% 3), '2026-W' || (10 + n), %1$d, json_build_object('posted', n, 'version', %1$d) from generate_series(1, 15) n;
insert into erasure (id, clinic, patient, ground, who, erased_at, sessions)
select md5('erasure ' || %1$d || ' ' || n)::uuid, 'clinic-' || (n %% 3), encode(sha256(('patient ' || n)::bytea), 'hex'), 'OBJECTION',
       'nurse-' || n, timestamptz '2026-11-20 10:00:00.5Z' + n * interval '1 hour', n from generate_series(1, 8) n;
insert into session_erasure (session_id, version, erased_at)
select session_id, version, received_at from session_version where version = 3 and reference like 'ref-%1$d-%%';
insert into patient_key (session_id, version, patient, wrapped)
select session_id, version, patient, sha256(('key ' || session_id || version)::bytea) from session_version where reference like 'ref-%1$d-%%';
