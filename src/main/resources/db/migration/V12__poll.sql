-- Answers that an agency has promised and that are asked for: a row stays until its inquiry ends.
alter table dispatch drop constraint dispatch_what_known;
alter table dispatch add constraint dispatch_what_known check
  (what in ('SEND', 'AWAIT', 'DELIVER', 'POLL'));
-- where the answer can be asked for, on the agency's own host; null for the agency's usual place
alter table dispatch add column location varchar(400);
