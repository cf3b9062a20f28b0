-- The first builds kept reasons in a column here, in the clear; V3 dropped it, which leaves what it held in the pages for as long as the
-- rows stay where they are, and these stay for good. Writing the table anew leaves it out, and removes the file that had it. Rows, their
-- transactions and their seals are the same. Takes as much free disk as the table does, and holds it for itself meanwhile.
set local transaction_timeout = 0;
cluster session_version using session_version_pkey;
alter table session_version set without cluster;
