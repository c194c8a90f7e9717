-- A request file is noted as sent first, its inquiries after it: null until all of them were noted.
alter table bulk_file add column noted_at timestamp(6) with time zone;
create index bulk_file_noted_ix on bulk_file (agency, noted_at);
