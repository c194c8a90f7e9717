-- H2 keeps an index for every foreign key, and five of those were a third of what the ledger wrote for
-- an inquiry. The allowed steps become a check, which the repeatable migration writes from Lifecycle;
-- a payload, a dispatch row and a second question are written in the transaction that has, or has just
-- seen, their inquiry, and no inquiry is ever deleted.
alter table inquiry drop constraint inquiry_step;
drop table inquiry_transition;
alter table inquiry drop constraint inquiry_supersedes;
alter table inquiry drop constraint inquiry_repeats;
alter table payload drop constraint payload_inquiry;
alter table dispatch drop constraint dispatch_inquiry;
-- nothing looks for a person's inquiries by it yet
drop index inquiry_subject_ix;
