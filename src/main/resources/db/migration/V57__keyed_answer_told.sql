-- What a confirmed answer told: the outcome that it would have had from its agency. Null where none is confirmed,
-- and for what was confirmed before this was kept.
alter table keyed_answer add column told varchar(16);
-- When the answer was keyed in that is confirmed, or waits for it: what is not over by then may still come. Null for
-- what was keyed in before this was kept.
alter table keyed_answer add column keyed_at timestamp(6) with time zone;
