-- The inquiries that a caller groups under one application (受付番号). The counter is those that have
-- not ended: it rises where an inquiry is accepted or replayed and falls where it ends, in the same
-- transaction. A replay may open an inquiry of a completed case again; the case stays completed.
create table inquiry_case (
  caller         varchar(64) not null,
  case_id        varchar(64) not null,
  opened_at      timestamp(6) with time zone not null,
  open_inquiries integer     not null,
  -- since when it expects nothing more than it does
  sealed_at      timestamp(6) with time zone,
  completed_at   timestamp(6) with time zone,
  constraint inquiry_case_pk primary key (caller, case_id),
  constraint inquiry_case_open check (open_inquiries >= 0),
  constraint inquiry_case_completed check (completed_at is null or sealed_at is not null)
);

-- A flow of which the case needs at least one inquiry.
create table case_expectation (
  caller  varchar(64)  not null,
  case_id varchar(64)  not null,
  flow    varchar(100) not null,
  constraint case_expectation_pk primary key (caller, case_id, flow)
);

insert into inquiry_case (caller, case_id, opened_at, open_inquiries)
select caller, case_id, min(accepted_at), sum(case when outcome is null then 1 else 0 end)
from inquiry where case_id is not null group by caller, case_id;
