-- What is to be delivered to a caller's queue: the outcome of an inquiry, an answer to what came by
-- queue, the end of a case. Written by the transaction that makes it true, gone when the broker has
-- it. One row holds all of it, so that nothing that happens to its inquiry meanwhile changes what
-- was promised. The content is sealed; a row is free when nobody claims it or the claim ran out.
create table delivery (
  id            varchar(26)  not null,
  address       varchar(100) not null,
  -- by which the broker knows what comes again
  duplicate_id  varchar(100) not null,
  correlation   varchar(128),
  message_type  varchar(100) not null,
  key_id        varchar(100),
  inquiry_id    varchar(26),
  queued_at     timestamp(6) with time zone not null,
  -- after this it may be kept no longer, neither here nor in the queue; null where it is nobody's data
  keep_until    timestamp(6) with time zone,
  content       bytea        not null,
  claimed_by    varchar(26),
  claimed_until timestamp(6) with time zone,
  constraint delivery_pk primary key (id),
  constraint delivery_claim check ((claimed_by is null) = (claimed_until is null))
);
create index delivery_address_ix on delivery (address, id);
-- It was to be a row of dispatch, whose key is the inquiry and which allows only one of them.
alter table dispatch drop constraint dispatch_what_known;
alter table dispatch add constraint dispatch_what_known check (what in ('SEND', 'AWAIT', 'POLL'));
