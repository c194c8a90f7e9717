-- Inquiries asked on paper: the document number (form and serial; its check digits are computed), the
-- reminders, and who keyed in the answer that waits for somebody else's confirmation. A reminder is
-- claimed by one node while it is written.
create table document (
  inquiry_id    varchar(26) not null,
  form          varchar(4)  not null,
  form_serial   bigint generated always as identity,
  numbered_at   timestamp(6) with time zone not null,
  reminders     integer     not null,
  -- when the next one goes, null where there is none
  reminder_due  timestamp(6) with time zone,
  claimed_by    varchar(26),
  claimed_until timestamp(6) with time zone,
  -- how often an answer was keyed in: which one a confirmation is about
  keyed         integer     not null,
  keyed_by      varchar(64),
  constraint document_pk primary key (inquiry_id),
  constraint document_inquiry foreign key (inquiry_id) references inquiry (id),
  constraint document_serial_once unique (form_serial),
  constraint document_claim check ((claimed_by is null) = (claimed_until is null))
);
create index document_reminder_ix on document (reminder_due);

-- KEYED is the answer as it was keyed in, until it is confirmed.
alter table payload drop constraint payload_part_known;
alter table payload add constraint payload_part_known
  check (part in ('REQUEST', 'MESSAGE', 'KEYED', 'ANSWER'));
