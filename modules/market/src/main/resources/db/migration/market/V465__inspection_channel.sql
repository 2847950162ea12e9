-- Leads of inspections stood under other departments.
update complaint set channel = 'INSPECTION'
where channel = 'DEPARTMENT' and id in (select lead_id from inspection where lead_id is not null);
