-- What happened, append-only: the timeline of an inquiry and the audit trail. Never a payload.
-- Not every event belongs to an inquiry (a refusal, a reply that nobody asked for).
create table event (
  id         bigint generated always as identity,
  inquiry_id varchar(26),
  flow       varchar(100),
  agency     varchar(64),
  at         timestamp(6) with time zone not null,
  what       varchar(40)  not null,
  who        varchar(64)  not null,
  detail     varchar(400),
  constraint event_pk primary key (id)
);
create index event_inquiry_ix on event (inquiry_id, id);
