-- An owner that takes its questions by queue is told each one once. tell_at: when it is due to be told, at once
-- or when what it was told may be kept no longer; null when nobody waits any more. told_at: when it was told
-- last, null before. kept: whether it was told to keep it from the person's own view (不開示).
alter table question add column tell_at timestamp(6) with time zone;
alter table question add column told_at timestamp(6) with time zone;
alter table question add column kept boolean default false not null;
update question set tell_at = offered_at where answered_at is null;
create index question_tell_ix on question (agency, tell_at);
