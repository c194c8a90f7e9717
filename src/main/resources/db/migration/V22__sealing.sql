-- Whose turn it is to seal, on one node at a time. Events up to swept are sealed, or are no events of
-- ours: only what is above is looked at for what is not yet sealed.
create table seal_turn (
  id         integer not null,
  held_by    varchar(64),
  held_until timestamp(6) with time zone,
  swept      bigint  not null,
  constraint seal_turn_pk primary key (id),
  constraint seal_turn_one check (id = 1),
  constraint seal_turn_holder check ((held_by is null) = (held_until is null))
);
insert into seal_turn (id, swept) values (1, 0);

-- The hash of each event and block beside it, so that what was changed can be named. Nothing has been
-- sealed before: both tables are empty.
alter table event_block add column hash varchar(64) not null;
alter table event_seal add column row_hash varchar(64) not null;
