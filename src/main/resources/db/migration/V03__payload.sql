-- What an inquiry carries, encrypted and bound to its place. REQUEST is the caller's payload,
-- MESSAGE the agency's message as it leaves (built once: one content per number), ANSWER what the
-- caller gets. Purged by retention; the inquiry stays.
create table payload (
  inquiry_id varchar(26) not null,
  part       varchar(10) not null,
  content    bytea       not null,
  constraint payload_pk primary key (inquiry_id, part),
  constraint payload_inquiry foreign key (inquiry_id) references inquiry (id),
  constraint payload_part_known check (part in ('REQUEST', 'MESSAGE', 'ANSWER'))
);
