-- What triggers would have kept of the roll-ups.
insert into marginal (generation, unit, summed_over, clinic, route, week, exposed, awaiting, replaced)
select generation, unit,
       case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end,
       coalesce(clinic, ''), coalesce(route, ''), coalesce(week, ''), sum(exposed), sum(awaiting), sum(replaced)
  from rollup
 group by grouping sets ((generation, unit, clinic, route), (generation, unit, route, week), (generation, unit, clinic, week));
insert into marginal_measure (generation, unit, summed_over, measure, clinic, route, week, affected, settled)
select generation, unit,
       case when grouping(week) = 1 then 'WEEK' when grouping(clinic) = 1 then 'CLINIC' else 'ROUTE' end,
       measure, coalesce(clinic, ''), coalesce(route, ''), coalesce(week, ''), sum(affected), sum(settled)
  from rollup join rollup_measure on rollup_id = rollup.id
 group by grouping sets ((generation, unit, measure, clinic, route), (generation, unit, measure, route, week),
                         (generation, unit, measure, clinic, week));
