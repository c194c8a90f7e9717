-- What is open, in a table of its own: an index over all inquiries, to which a deadline belongs only while it is
-- open, made PostgreSQL write every index of an inquiry anew when it ended.
create table open_inquiry (
  inquiry_id  varchar(26)                 not null,
  flow        varchar(100)                not null,
  accepted_at timestamp(6) with time zone not null,
  -- when it ends without an answer
  until       timestamp(6) with time zone not null,
  constraint open_inquiry_pk primary key (inquiry_id)
);
insert into open_inquiry (inquiry_id, flow, accepted_at, until)
  select id, flow, accepted_at, open_until from inquiry where open_until is not null;
create index open_inquiry_until_ix on open_inquiry (until);
alter table inquiry drop constraint inquiry_open_until;
drop index inquiry_waiting_ix;
alter table inquiry drop column open_until;

-- A block's seals and the block itself are written in one transaction, from events that it has just read. To check
-- it once more for each event was a third of what PostgreSQL did for an inquiry; whoever verifies the seal sees a
-- seal without its block or its event all the same.
alter table event_seal drop constraint event_seal_block;
alter table event_seal drop constraint event_seal_event;
