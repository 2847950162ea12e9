-- A lead needs no letter: what it was made from stands apart.
alter table complaint drop constraint complaint_channel_check;
alter table complaint add constraint complaint_channel_check check (channel ~ '^[A-Z][A-Z0-9_]*$');
-- A price alert makes one lead.
create table lead_origin (
  lead_id    uuid primary key references complaint (id),
  alert_id   uuid not null unique references price_alert (id)
);
-- Leads of which no case is filed yet are looked for by their number.
create index complaint_to_file on complaint (number) where kind = 'TIPOFF' and state = 'FILED';
