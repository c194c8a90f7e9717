-- What was asked, on flows where asking twice (二重照会) matters: a keyed hash of the person and the
-- period, never either of them.
create table asked (
  inquiry_id  varchar(26)  not null,
  flow        varchar(100) not null,
  key_version integer      not null,
  question    varchar(43)  not null,
  asked_at    timestamp(6) with time zone not null,
  constraint asked_pk primary key (inquiry_id),
  constraint asked_inquiry foreign key (inquiry_id) references inquiry (id)
);
create index asked_ix on asked (flow, question, asked_at);
-- The inquiry that this one asks for the second time, where its flow only warns.
alter table inquiry add column repeats varchar(26);
alter table inquiry add constraint inquiry_repeats foreign key (repeats) references inquiry (id);
