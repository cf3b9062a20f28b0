-- By which rule each monitor is judged, append-only: fixed when the monitor is made, whatever a setting or a later version
-- of the service says after.
create table monitor_rule (
    monitor             text             primary key references monitor (id),
    alpha               double precision not null check (alpha > 0 and alpha < 1),
    prior_concentration double precision not null check (prior_concentration > 0 and prior_concentration < 'Infinity'),
    prior_odds_ratio    double precision not null check (prior_odds_ratio > 0 and prior_odds_ratio < 'Infinity'),
    start_weight        double precision not null check (start_weight >= 0.001 and start_weight <= 0.999),
    later_half_within   integer          not null check (later_half_within between 1 and 52000),
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
-- prior and weights that there were. Without it nothing is guessed: a threshold that moved would break what was promised.
do $$
begin
    if nullif(current_setting('dripline.alpha', true), '') is null and exists (select from monitor) then
        raise exception 'there are monitors, and dripline.alpha does not say which alpha they were judged with'
            using hint = 'let the service migrate, with dripline.monitors.alpha as it was, or set dripline.alpha in the session';
    end if;
end $$;

insert into monitor_rule (monitor, alpha, prior_concentration, prior_odds_ratio, start_weight, later_half_within)
select id, nullif(current_setting('dripline.alpha', true), '')::double precision, 8, 2, 0.7, 26
  from monitor order by created_at, id;

-- One without a rule is judged by nothing, and would be missing wherever monitors are read with their rules.
create function require_monitor_rule() returns trigger language plpgsql as $$
begin
    if not exists (select from monitor_rule where monitor = new.id) then
        raise exception 'monitor % has no rule: monitor_rule says by which alpha, prior and weights it is judged', new.id
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create constraint trigger monitor_has_rule after insert on monitor
    deferrable initially deferred for each row execute function require_monitor_rule();
