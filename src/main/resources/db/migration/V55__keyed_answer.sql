-- Answers that people key in: from letters, and by hand for whatever else ended and left the matter open. The
-- answer itself is a payload, KEYED, until somebody else confirms it.
create table keyed_answer (
  inquiry_id varchar(26) not null,
  -- the document or note that the answer was taken from; null for a letter, which has a number of its own
  source     varchar(64),
  -- how often one was keyed in: which one a confirmation is about
  keyed      integer     not null,
  -- who keyed in the one that waits for its confirmation, null where none does
  keyed_by   varchar(64),
  constraint keyed_answer_pk primary key (inquiry_id),
  constraint keyed_answer_inquiry foreign key (inquiry_id) references inquiry (id)
);
insert into keyed_answer (inquiry_id, keyed, keyed_by)
  select inquiry_id, keyed, keyed_by from document where keyed > 0;
alter table document drop column keyed;
alter table document drop column keyed_by;
