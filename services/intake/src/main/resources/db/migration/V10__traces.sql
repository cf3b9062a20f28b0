-- The trace that a version belongs to, so that it goes on behind the outbox: ids of a caller's or made here, see docs/decisions/0038. Rows that are
-- there have none, so nothing is to be checked of them. Behind a long reader writers would queue: rather fail, and be tried again.
set local lock_timeout = '2s';
alter table session_version add column traceparent text;
alter table session_version add constraint session_version_traceparent
    check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$') not valid;
