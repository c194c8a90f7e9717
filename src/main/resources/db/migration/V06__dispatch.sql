-- What is still to be done: the one durable queue inside the hub. A row is free when nobody claims
-- it or the claim ran out.
create table dispatch (
  inquiry_id    varchar(26) not null,
  what          varchar(10) not null,
  destination   varchar(64) not null,
  lane          smallint    not null,
  due           timestamp(6) with time zone not null,
  -- part of the broker's duplicate id: a resend keeps it, a retry raises it
  attempt       integer     not null,
  failures      integer     not null,
  claimed_by    varchar(26),
  claimed_until timestamp(6) with time zone,
  constraint dispatch_pk primary key (inquiry_id, what),
  constraint dispatch_inquiry foreign key (inquiry_id) references inquiry (id),
  constraint dispatch_what_known check (what in ('SEND', 'DELIVER')),
  constraint dispatch_claim check ((claimed_by is null) = (claimed_until is null))
);
create index dispatch_due_ix on dispatch (destination, what, due);
