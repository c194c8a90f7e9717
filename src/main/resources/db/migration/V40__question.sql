-- Questions to an owner among the callers. The same question (flow, person, year) that is asked twice while
-- it is open is one question to its owner: the inquiries are its askers, each with an outcome of its own. A
-- question has the id of the inquiry that asked it first.
create table question (
  id                 varchar(26)  not null,
  flow               varchar(100) not null,
  agency             varchar(64)  not null,
  offered_at         timestamp(6) with time zone not null,
  -- when the owner saw it first, null before
  fetched_at         timestamp(6) with time zone,
  answered_at        timestamp(6) with time zone,
  answer_key_version integer,
  answer_fingerprint varchar(43),
  constraint question_pk primary key (id),
  constraint question_inquiry foreign key (id) references inquiry (id),
  constraint question_answer check ((answered_at is null) = (answer_fingerprint is null))
);
create table question_asker (
  inquiry_id  varchar(26) not null,
  question_id varchar(26) not null,
  constraint question_asker_pk primary key (inquiry_id),
  constraint question_asker_inquiry foreign key (inquiry_id) references inquiry (id),
  constraint question_asker_question foreign key (question_id) references question (id)
);
create index question_asker_ix on question_asker (question_id);

-- What may still be joined: a keyed hash of the person and the year, under every key that was live when it was
-- offered, so that nodes that hash under different keys find each other. The key decides who comes first.
create table question_open (
  flow        varchar(100) not null,
  key_version integer      not null,
  question    varchar(43)  not null,
  question_id varchar(26)  not null,
  constraint question_open_pk primary key (flow, key_version, question)
);
create index question_open_ix on question_open (question_id);
