-- A generation is counted from one topic. One that was made anew counts from version 1 again, so its records would be
-- taken for old ones: they are left out, and a new generation is needed.
alter table generation add column topic_id text;
comment on column generation.topic_id is 'the topic that it is counted from; null before its first record';
update generation set topic_id = (select min(topic_id) from consumed where topic = 'dripline.incidence.v1')
 where exists (select from cell where cell.generation = generation.id);
