drop table former_text;
drop table former_reason;
