-- The schedule by which an alert is on the air.
alter table alert add column schedule_id uuid references schedule (id);
create unique index alert_schedule on alert (schedule_id) where schedule_id is not null;
