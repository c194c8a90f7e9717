-- Replies that were not delivered, kept encrypted with the reason: no inquiry, another person, after
-- the deadline, a different second one, unreadable. The same one again adds an event, not a row.
create table held_reply (
  id                      bigint generated always as identity,
  inquiry_id              varchar(26),
  agency                  varchar(64) not null,
  reason                  varchar(40) not null,
  fingerprint_key_version integer     not null,
  fingerprint             varchar(43) not null,
  received_at             timestamp(6) with time zone not null,
  content                 bytea,
  constraint held_reply_pk primary key (id),
  constraint held_reply_once unique (agency, reason, fingerprint)
);
create index held_reply_inquiry_ix on held_reply (inquiry_id);
