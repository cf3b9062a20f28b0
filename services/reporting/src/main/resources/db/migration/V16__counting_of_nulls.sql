-- How the events behind a null were counted, as the officer who gave it states, and what of that the source states otherwise:
-- an override. The nulls that there are state neither.
alter table baseline_null add column ascertainment text;
alter table baseline_null add column counted_over text;
alter table baseline_null add column overridden_ascertainment text;
alter table baseline_null add column overridden_counted_over text;
alter table baseline_null add constraint baseline_null_ascertainment
    check (ascertainment in ('CHECKLIST', 'SPONTANEOUS'));
alter table baseline_null add constraint baseline_null_counted_over
    check (counted_over in ('infusion', 'course', 'long term'));
alter table baseline_null add constraint baseline_null_overrides_what_it_states
    check ((overridden_ascertainment is null or overridden_ascertainment is distinct from ascertainment and ascertainment is not null)
       and (overridden_counted_over is null or overridden_counted_over is distinct from counted_over and counted_over is not null));
comment on column baseline_null.ascertainment is 'null: it states none, and what the source states holds';
comment on column baseline_null.counted_over is 'the window over which events were counted; null as above';
comment on column baseline_null.overridden_ascertainment is 'what the source stated otherwise when the null was given; null: nothing';

-- Which null of its figure a monitor has: 0 for the one that follows from the figure itself. Null while it waits, and in steps
-- of before this column, whose nulls state nothing of how events were counted.
alter table monitor_step add column null_revision integer check (null_revision >= 0);
