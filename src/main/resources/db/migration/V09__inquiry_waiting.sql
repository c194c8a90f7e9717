-- What waits is counted per flow every few seconds: from the index alone. It begins as the index for
-- the search for due ones did, and takes its place.
create index inquiry_waiting_ix on inquiry (open_until, flow, accepted_at);
drop index inquiry_open_until_ix;
