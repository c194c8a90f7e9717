-- The seal over events: blocks that chain by hash. Its own tables, so that sealing never changes an
-- event's row; an event is open while it has no row in event_seal.
create table event_block (
  number        bigint      not null,
  event_count   integer     not null,
  root_hash     varchar(64) not null,
  previous_hash varchar(64) not null,
  sealed_at     timestamp(6) with time zone not null,
  constraint event_block_pk primary key (number)
);
create table event_seal (
  event_id bigint  not null,
  block    bigint  not null,
  position integer not null,
  constraint event_seal_pk primary key (event_id),
  constraint event_seal_event foreign key (event_id) references event (id),
  constraint event_seal_block foreign key (block) references event_block (number),
  constraint event_seal_once unique (block, position)
);
