-- Request files (一括照会) of agencies with a bulk channel. A file is fixed when it is made: its bytes stay,
-- encrypted, until the agency has them, so that whatever is sent again is the same under the same name.
create table bulk_file (
  id            varchar(26) not null,
  agency        varchar(64) not null,
  name          varchar(64) not null,
  made_at       timestamp(6) with time zone not null,
  lines         integer     not null,
  -- null once the agency has it
  content       bytea,
  sent_at       timestamp(6) with time zone,
  failures      integer     not null,
  due           timestamp(6) with time zone not null,
  claimed_by    varchar(26),
  claimed_until timestamp(6) with time zone,
  constraint bulk_file_pk primary key (id),
  constraint bulk_file_name_once unique (agency, name),
  constraint bulk_file_claim check ((claimed_by is null) = (claimed_until is null)),
  constraint bulk_file_content check ((content is null) = (sent_at is not null))
);
create index bulk_file_due_ix on bulk_file (agency, sent_at, due);

-- One line of a file is one attempt of one inquiry, and an attempt is in one file only. A reply's
-- record is found by the time, the kind of information and a keyed hash of the resident number.
create table bulk_line (
  file_id              varchar(26) not null,
  line                 integer     not null,
  inquiry_id           varchar(26) not null,
  attempt              integer     not null,
  agency               varchar(64) not null,
  -- 照会依頼日時 YYYYMMDDHHMMSSmmm, and 特定個人情報名コード
  requested            varchar(17) not null,
  information          varchar(16) not null,
  resident_key_version integer     not null,
  resident             varchar(43) not null,
  constraint bulk_line_pk primary key (file_id, line),
  constraint bulk_line_file foreign key (file_id) references bulk_file (id),
  constraint bulk_line_inquiry foreign key (inquiry_id) references inquiry (id),
  constraint bulk_line_once unique (inquiry_id, attempt),
  constraint bulk_line_key unique (agency, requested, information, resident)
);

-- Reply files that were read to their end, or set aside because they cannot be read as such.
create table bulk_reply (
  id                      bigint generated always as identity,
  agency                  varchar(64) not null,
  name                    varchar(64) not null,
  fingerprint_key_version integer     not null,
  fingerprint             varchar(43) not null,
  state                   varchar(10) not null,
  records                 integer     not null,
  held                    integer     not null,
  taken_at                timestamp(6) with time zone not null,
  constraint bulk_reply_pk primary key (id),
  constraint bulk_reply_state_known check (state in ('READ', 'SET_ASIDE'))
);
create index bulk_reply_name_ix on bulk_reply (agency, name);

-- What is in a file has the destination <agency>/bulk: no longer than an agency's id and that.
alter table dispatch alter column destination set data type varchar(70);
