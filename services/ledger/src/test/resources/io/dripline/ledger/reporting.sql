insert into monitor (id, baseline, measure, unit, cohort, start_week, alpha_share, p0, status, created_by, by_officer)
select 'm-%1$d-' || n, 'table9-cns', 'CNS', 'SESSION', jsonb_build_object('clinics', jsonb_build_array('clinic-' || n)), '2026-W40',
       0.001 + n / 100000.0, 0.1 + n / 1000.0, 'ACTIVE', 'anna', n %% 2 = 0
  from generate_series(1, 12) n;
insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight, later_half_within)
select id, 0.05, 8, 2, 0.7, 26 from monitor where id like 'm-%1$d-%%';
insert into monitor_step (monitor, step, p0, null_revision, start_week, taken_at, taken_by, reason)
select id, 'MADE', p0, 0, start_week, created_at, created_by, 'to watch ' || id from monitor where id like 'm-%1$d-%%';
update monitor set sup_ln_e = alpha_share * 100 where id like 'm-%1$d-%%';
update monitor set status = 'RETIRED' where id in ('m-%1$d-3', 'm-%1$d-4');
insert into monitor_step (monitor, step, p0, taken_at, taken_by, reason)
select id, 'RETIRED', p0, now(), 'bo', null from monitor where id in ('m-%1$d-3', 'm-%1$d-4');
insert into baseline_null (baseline, revision, p0, ascertainment, counted_over, overridden_counted_over, basis, reason, decided_at,
                           decided_by)
select 'figure-' || n, %1$d, 0.01 * n, case when n %% 2 = 0 then 'CHECKLIST' end, case when n %% 3 = 0 then 'course' end,
       case when n %% 6 = 0 then 'infusion' end, 'stated', 'a registry', now(), 'officer-' || n
  from generate_series(1, 10) n;
insert into alert_version (alert_id, version, monitor, record)
select md5(id)::uuid, 1, id, json_build_object('state', 'RAISED', 'lnE', alpha_share) from monitor where id like 'm-%1$d-%%';
insert into clinic_week (clinic, week, version, posted, agrees, over_at, closed)
select 'clinic-%1$d-' || n, '2026-W40', 1, n, true, now(), false from generate_series(1, 10) n;
update clinic_week set closed = true where clinic like 'clinic-%1$d-%%';
insert into crossing (alert_id, received_until, stored_until)
select alert_id, now() - interval '1 day', now() from alert_version where monitor like 'm-%1$d-%%' and version = 1;
insert into digest (day, computed_at, content)
select date '2026-01-01' + %1$d * 20 + n, now(), json_build_object('stands', n, 'of', 12.5) from generate_series(1, 8) n;
