-- %1$d sessions of 100 clinics in 104 weeks, and of them what reporting would hold had it counted each: generation 1, all coded.
-- Statements end with a semicolon at the end of a line. Triggers are off, so what they keep is written here.
set session_replication_role = replica;
set work_mem = '384MB';
set maintenance_work_mem = '512MB';
set synchronous_commit = off;

create schema bench;
create table bench.names as select
    (select array_agg(to_char(date_trunc('week', now()) - (104 - i) * interval '7 days', 'IYYY-"W"IW') order by i)
       from generate_series(0, 103) i) as weeks,
    (select array_agg('clinic-' || lpad(i::text, 3, '0') order by i) from generate_series(0, 99) i) as clinics,
    array['INTRAVENOUS', 'INTRAMUSCULAR', 'SUBCUTANEOUS', 'INTRANASAL', 'ORAL', 'SUBLINGUAL', 'TOPICAL', 'RECTAL', 'EPIDURAL', 'UNSTATED']
        as routes,
    array['RACEMIC', 'ESKETAMINE', 'UNSTATED'] as formulations,
    array['MULTIPLE', 'SINGLE', 'UNSTATED'] as regimens,
    array['NEUROPATHIC_PAIN', 'COMPLEX_REGIONAL_PAIN_SYNDROME', 'FIBROMYALGIA', 'LOW_BACK_PAIN', 'HEADACHE', 'CANCER_PAIN', 'MIXED_PAIN',
          'SPINAL_CORD_INJURY', 'PHANTOM_LIMB_PAIN', 'ISCHAEMIC_PAIN', 'OTHER', 'UNSTATED'] as indications,
    array['FROM_0_5_TO_1', 'BELOW_0_5', 'ABOVE_1_TO_2', 'ABOVE_2', 'UNSTATED'] as doses,
    array['CHECKLIST', 'SPONTANEOUS', 'UNSTATED'] as ascertainments,
    array['dizziness', 'nausea', 'drowsiness', 'headache', 'dissociation', 'vomiting', 'hallucination', 'hypertension', 'tachycardia',
          'anxiety', 'diplopia', 'dry-mouth', 'confusion', 'nystagmus', 'pruritus', 'dysuria', 'unpleasant-dreams', 'abdominal-pain',
          'elevated-liver-enzymes', 'palpitations'] as terms,
    array['CNS', 'GI', 'CNS', 'CNS', 'CNS', 'GI', 'CNS', 'CARDIOVASCULAR', 'CARDIOVASCULAR', 'CNS', 'CNS', 'GI', 'CNS', 'CNS', 'OTHER',
          'UROGENITAL', 'CNS', 'GI', 'HEPATIC', 'CARDIOVASCULAR'] as categories;

-- Values that stand first are the more frequent the higher the power. Seven in ten sessions have no event, the others one or two;
-- each third session begins a course and each sixth a patient's first.
select setseed(0.25);
create unlogged table bench.drawn as
select x, (x %% 6)::int as shard, floor(103.999 * random())::int as week, floor(99.999 * random())::int as clinic,
       floor(9.999 * power(random(), 4))::int as route, floor(2.999 * power(random(), 5))::int as formulation,
       floor(2.999 * power(random(), 2))::int as regimen, floor(11.999 * power(random(), 3))::int as indication,
       floor(4.999 * power(random(), 3))::int as dose, floor(2.999 * power(random(), 5))::int as ascertainment,
       case when random() < 0.3 then 1 + floor(19.999 * power(random(), 2))::int end as term,
       1 + floor(19.999 * power(random(), 2))::int as other, random() < 0.5 as has_other, random() < 0.01 as serious
  from generate_series(1, %1$d) x;

-- The sessions, one row each, as narrow as they could be kept: the floor.
create unlogged table bench.session as
select weeks[week + 1] as week, clinics[clinic + 1] as clinic, routes[route + 1] as route, indications[indication + 1] as indication,
       ((((((((shard * 104 + week)::bigint * 100 + clinic) * 10 + route) * 3 + formulation) * 3 + regimen) * 12 + indication) * 5 + dose) * 3
           + ascertainment) as place,
       x %% 3 = 0 as course, x %% 6 = 0 as first_course,
       case when term is not null then
            array_remove(array['ANY', terms[term], categories[term], case when has_other and other <> term then terms[other] end,
                               case when has_other and categories[other] <> categories[term] then categories[other] end,
                               case when serious then 'SERIOUS' end], null) end as measures
  from bench.drawn cross join bench.names;
drop table bench.drawn;
analyze bench.session;

create unlogged table bench.unit as select * from (values ('SESSION', false, false), ('COURSE', true, false), ('FIRST_COURSE', true, true)) u (unit, course, first_course);
create unlogged table bench.placed as
select row_number() over () as id, unit, place, exposed
  from (select unit, place, count(*) as exposed
          from bench.session s join bench.unit u on (s.course or not u.course) and (s.first_course or not u.first_course)
         group by unit, place) counted;
alter table bench.placed add primary key (unit, place);
analyze bench.placed;

alter table cell drop constraint cell_generation_key_key;
drop index cell_of_clinic;
insert into cell (id, generation, shard, key, unit, week, clinic, route, formulation, regimen, indication, dose_band, ascertainment,
                  exposed, awaiting, replaced, version) overriding system value
select id, 1, shard,
       concat_ws('|', shard, unit, week, clinic, route, formulation, regimen, indication, dose, ascertainment),
       unit, week, clinic, route, formulation, regimen, indication, dose, ascertainment, exposed, 0, 0, 1
  from (select id, unit, exposed, (place / 5 / 3 / 12 / 3 / 3 / 10 / 100 / 104)::int as shard,
               weeks[place / 5 / 3 / 12 / 3 / 3 / 10 / 100 %% 104 + 1] as week,
               clinics[place / 5 / 3 / 12 / 3 / 3 / 10 %% 100 + 1] as clinic,
               routes[place / 5 / 3 / 12 / 3 / 3 %% 10 + 1] as route,
               formulations[place / 5 / 3 / 12 / 3 %% 3 + 1] as formulation,
               regimens[place / 5 / 3 / 12 %% 3 + 1] as regimen,
               indications[place / 5 / 3 %% 12 + 1] as indication,
               doses[place / 3 %% 5 + 1] as dose,
               ascertainments[place %% 3 + 1] as ascertainment
          from bench.placed cross join bench.names) p;
alter table cell add constraint cell_generation_key_key unique (generation, key);
create index cell_of_clinic on cell (generation, unit, clinic, week);
select setval(pg_get_serial_sequence('cell', 'id'), (select max(id) from cell));
alter table cell_measure drop constraint cell_measure_pkey;
insert into cell_measure (cell_id, measure, affected, settled)
select id, measure, affected, affected
  from (select unit, place, measure, count(*) as affected
          from bench.session s join bench.unit u on (s.course or not u.course) and (s.first_course or not u.first_course)
         cross join unnest(s.measures) measure
         group by unit, place, measure) m join bench.placed using (unit, place);
alter table cell_measure add primary key (cell_id, measure);

insert into rollup (generation, unit, week, clinic, route, exposed, awaiting, replaced)
select 1, unit, week, clinic, route, count(*), 0, 0
  from bench.session s join bench.unit u on (s.course or not u.course) and (s.first_course or not u.first_course)
 group by unit, week, clinic, route order by week, unit, clinic, route;
insert into rollup_measure (rollup_id, measure, affected, settled)
select r.id, measure, affected, affected
  from (select unit, week, clinic, route, measure, count(*) as affected
          from bench.session s join bench.unit u on (s.course or not u.course) and (s.first_course or not u.first_course)
         cross join unnest(s.measures) measure
         group by unit, week, clinic, route, measure) m join rollup r using (unit, week, clinic, route);

insert into clinic_week (clinic, week, version, posted, agrees, over_at, closed, due)
select clinic, week, 1, sum(exposed), true, now(), true, false from rollup where unit = 'SESSION' group by clinic, week;
update clinic_week set closed = false, agrees = false
 where week >= (select max(week) from clinic_week) or hashtext(clinic || week) %% 20 = 0;
