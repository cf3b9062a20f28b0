-- By which rule each monitor is judged, append-only: fixed when the monitor is made, whatever a setting or a later version
-- of the service says after.
create table monitor_rule (
    monitor             text             primary key references monitor (id),
    alpha               double precision not null check (alpha > 0 and alpha < 1),
    prior_concentration double precision not null check (prior_concentration > 0),
    prior_odds_ratio    double precision not null check (prior_odds_ratio > 0),
    start_weight        double precision not null check (start_weight >= 0.001 and start_weight <= 0.999),
    later_half_within   integer          not null check (later_half_within >= 1),
    seq                 bigint           generated always as identity,
    xid                 xid8             not null default pg_current_xact_id()
);
comment on column monitor_rule.alpha is 'of the whole installation; an alert needs E of 1 / (alpha alpha_share)';
comment on column monitor_rule.prior_concentration is 'c of the prior Beta(c (1 + h), c (1 + 1/h)), h = ratio p0 / (1 - p0)';
comment on column monitor_rule.start_weight is 'of a rate that was high from the start, in the mixture over weeks';
comment on column monitor_rule.later_half_within is 'weeks within which half of the other weight lies';
create index monitor_rule_commit_order on monitor_rule (xid, seq);
create trigger monitor_rule_append_only before update or delete on monitor_rule
    for each row execute function refuse_change();

-- Those that there are were judged with the alpha that is set, which the service states where it migrates, and by the one
-- prior and weights that there were.
insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight, later_half_within)
select id, coalesce(nullif(current_setting('dripline.alpha', true), '')::double precision, 0.05), 8, 2, 0.7, 26
  from monitor order by created_at, id;
