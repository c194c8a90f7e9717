-- The receipt numbers (処理通番) that agencies give to inquiries: one an inquiry, and none of an agency
-- twice. A reply may name its inquiry by it, and so may a person on the telephone.
create table receipt (
  inquiry_id     varchar(26) not null,
  agency         varchar(64) not null,
  receipt_number varchar(32) not null,
  given_at       timestamp(6) with time zone not null,
  constraint receipt_pk primary key (inquiry_id),
  constraint receipt_inquiry foreign key (inquiry_id) references inquiry (id),
  constraint receipt_number_once unique (receipt_number, agency)
);

-- A held reply that names a receipt number which is not known yet waits for it: a keyed hash, because
-- anything may stand there; null where it waits for nothing, or no more.
alter table held_reply add column awaits_key_version integer;
alter table held_reply add column awaits varchar(43);
alter table held_reply add constraint held_reply_awaits
  check ((awaits is null) = (awaits_key_version is null));
create index held_reply_awaits_ix on held_reply (awaits);
