-- The trace that a first coding belongs to, as intake stores it of the version: docs/decisions/0038. Rows that are there have none.
-- Behind a long reader writers would queue: rather fail, and be tried again.
set local lock_timeout = '2s';
alter table coded_session add column traceparent text;
alter table coded_session add constraint coded_session_traceparent
    check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$') not valid;
