-- Process starts of the hub's nodes. A node is a data folder; each start is a new incarnation, whose
-- claims a restart on the same folder takes back at once and other nodes when they run out.
create table incarnation (
  id         varchar(26) not null,
  node       varchar(64) not null,
  started_at timestamp(6) with time zone not null,
  alive_at   timestamp(6) with time zone not null,
  constraint incarnation_pk primary key (id)
);
