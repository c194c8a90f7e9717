-- Whether its caller asked by queue and wants the outcome there, whatever is usual for that caller.
alter table inquiry add column by_queue boolean default false not null;
