-- Whether anything was coded since a time is asked for each alert, again and again.
create index coded_session_by_time on coded_session (coded_at);
