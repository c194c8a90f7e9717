-- A reply that may be better next time: the attempt is part of the broker's duplicate id and outlives
-- the row that sends it, because a replay goes on counting. Why an inquiry failed is a problem's code.
alter table inquiry add column attempt integer default 1 not null;
alter table inquiry add column provider varchar(20);
alter table inquiry add column failure varchar(10);
alter table inquiry add column supersedes varchar(26);
alter table inquiry add constraint inquiry_supersedes foreign key (supersedes) references inquiry (id);
alter table inquiry add constraint inquiry_failure check (failure is null or outcome = 'FAILED');

-- AWAIT: the agency has the message since its due and owes its reply; what is counted against its
-- window. Refusals are the replies that asked to try again, as far as they count against the agency's
-- limit. Work is claimed by lane, and within a lane from every caller its share.
alter table dispatch drop constraint dispatch_what_known;
alter table dispatch add constraint dispatch_what_known check (what in ('SEND', 'AWAIT', 'DELIVER'));
alter table dispatch add column caller varchar(64) default '' not null;
alter table dispatch add column provider varchar(20);
alter table dispatch add column refusals integer default 0 not null;
drop index dispatch_due_ix;
create index dispatch_due_ix on dispatch (destination, what, lane, caller, due);

-- Why nothing goes to a path, an agency or one of its providers. Every node obeys; each cause has a
-- row of its own, so that lifting one does not lift the other.
create table pause (
  path      varchar(64)  not null,
  -- '' for the whole path
  agency    varchar(64)  not null,
  -- '' for the whole agency
  provider  varchar(20)  not null,
  cause     varchar(10)  not null,
  since     timestamp(6) with time zone not null,
  who       varchar(64)  not null,
  reason    varchar(400) not null,
  -- when one inquiry may try whether it goes again; null where only a person lifts it
  probe_due timestamp(6) with time zone,
  probes    integer      not null,
  constraint pause_pk primary key (path, agency, provider, cause),
  constraint pause_cause_known check (cause in ('OPERATOR', 'BROKEN', 'STOPPED'))
);
