-- A group locks its cases by a list of ids. H2 looks those up in an index only where they are its first
-- column and nothing else is asked; with the caller first it would read every case that the caller has.
alter table inquiry_case drop constraint inquiry_case_pk;
alter table inquiry_case add constraint inquiry_case_pk primary key (case_id, caller);
drop index inquiry_case_ix;
create index inquiry_case_ix on inquiry (case_id, caller);
