-- While a search key is rotated, two nodes may hash one idempotency key under different keys at the same
-- moment, and no unique constraint over the hash they store would see it. A row here, of the hash under the
-- oldest key, which both have, lasts as long as the transaction that accepts: whoever comes second waits.
create table resend_guard (
  caller           varchar(64) not null,
  idempotency_hash varchar(43) not null,
  constraint resend_guard_pk primary key (caller, idempotency_hash)
);
