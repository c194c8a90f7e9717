-- What was promised to its owner last: whoever promises it anew takes back the older one, which may say less
-- (不開示), where it has not left yet. Null before, and where it was taken back.
alter table question add column delivery_id varchar(26);
update question set delivery_id = (
  select max(d.id) from delivery d where d.inquiry_id = question.id and d.address like 'hub.questions.%');
