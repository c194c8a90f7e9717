-- What was asked and provided of a person is looked for when that person asks for it (情報提供等記録の開示),
-- and whatever items an answer had are named where it ended.
create index inquiry_subject_ix on inquiry (subject_hash, id);
alter table event alter column detail set data type varchar(2000);
