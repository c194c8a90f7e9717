-- What a confirmed answer told: the outcome that it would have had from its agency. Null where none is confirmed,
-- and for what was confirmed before this was kept.
alter table keyed_answer add column told varchar(16);
