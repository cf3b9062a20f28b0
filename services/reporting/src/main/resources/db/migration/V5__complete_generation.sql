-- A generation is counted beside the one that is shown, into the same tables. Whoever drives a rebuild announces it by
-- a row and says when all that it must count has been published, coded and counted; reporting then applies what is left
-- and changes over. What is below the active generation is dropped.
alter table generation add column complete boolean not null default false;
comment on column generation.complete is 'said by the rebuild: nothing is missing in its topic';
update generation set complete = active;
