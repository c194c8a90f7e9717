-- The allowed steps of an inquiry's life. The rows come from jp.renkei.ledger.Lifecycle, the one
-- table that code, database and documents share; every change of state refers to one of them.
create table inquiry_transition (
  from_state varchar(20) not null,
  to_state   varchar(20) not null,
  constraint inquiry_transition_pk primary key (from_state, to_state)
);
