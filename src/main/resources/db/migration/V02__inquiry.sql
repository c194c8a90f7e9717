-- One question on a flow. Subject, key and fingerprints are keyed hashes (HMAC-SHA-256, base64url)
-- with the version of their key; nothing here names a person.
create table inquiry (
  id                      varchar(26)  not null,
  number                  varchar(24)  not null,
  caller                  varchar(64)  not null,
  flow                    varchar(100) not null,
  agency                  varchar(64)  not null,
  lane                    smallint     not null,
  case_id                 varchar(64),
  environment             varchar(20)  not null,
  subject_key_version     integer      not null,
  subject_hash            varchar(43)  not null,
  idempotency_key_version integer      not null,
  idempotency_hash        varchar(43)  not null,
  fingerprint_key_version integer      not null,
  fingerprint             varchar(43)  not null,
  came_from               varchar(20)  not null,
  state                   varchar(20)  not null,
  outcome                 varchar(20),
  accepted_at             timestamp(6) with time zone not null,
  deadline                timestamp(6) with time zone not null,
  -- the deadline while the inquiry is open, null once it ended: what the search for due ones reads
  open_until              timestamp(6) with time zone,
  sent_at                 timestamp(6) with time zone,
  ended_at                timestamp(6) with time zone,
  reply_key_version       integer,
  reply_fingerprint       varchar(43),
  constraint inquiry_pk primary key (id),
  constraint inquiry_number_once unique (number),
  constraint inquiry_key_once unique (caller, idempotency_hash),
  constraint inquiry_step foreign key (came_from, state)
    references inquiry_transition (from_state, to_state),
  constraint inquiry_ends_with_outcome check ((state = 'ENDED') = (outcome is not null)),
  constraint inquiry_ends_at check ((state = 'ENDED') = (ended_at is not null)),
  constraint inquiry_open_until check ((state = 'ENDED') = (open_until is null)),
  constraint inquiry_outcome_known check (outcome is null or outcome in ('ANSWERED', 'PARTIAL',
    'NO_DATA', 'NOT_IDENTIFIED', 'WITHHELD', 'REJECTED', 'EXPIRED', 'FAILED', 'CANCELLED', 'MANUAL'))
);
create index inquiry_open_until_ix on inquiry (open_until);
create index inquiry_caller_ix on inquiry (caller, id);
create index inquiry_case_ix on inquiry (case_id);
create index inquiry_subject_ix on inquiry (subject_hash);
