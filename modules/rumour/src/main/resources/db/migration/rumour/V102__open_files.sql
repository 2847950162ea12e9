-- Whoever may read a rumour may open the files that belong to it; each file has its area.
insert into role_right (role_id, right_key)
select id, 'file.open' from role
where code in ('RUMOUR_CLERK', 'RUMOUR_REVIEWER', 'RUMOUR_PUBLISHER', 'RUMOUR_READER');
