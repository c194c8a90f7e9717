-- Inquiries whose payloads are kept beyond their retention by an order (保全): whose, since when, why.
create table legal_hold (
  inquiry_id varchar(26)  not null,
  since      timestamp(6) with time zone not null,
  who        varchar(64)  not null,
  reason     varchar(400) not null,
  constraint legal_hold_pk primary key (inquiry_id),
  constraint legal_hold_inquiry foreign key (inquiry_id) references inquiry (id)
);
