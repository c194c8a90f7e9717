-- How many characters of the payload were substituted in the agency's message, because it does not take
-- them; null from before that was known. LOSS says which, encrypted as the payload is.
alter table inquiry add column substituted integer;
alter table payload drop constraint payload_part_known;
alter table payload add constraint payload_part_known
  check (part in ('REQUEST', 'MESSAGE', 'LOSS', 'KEYED', 'ANSWER'));
