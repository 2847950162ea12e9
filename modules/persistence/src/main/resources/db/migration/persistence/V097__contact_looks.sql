-- When an officer last saw a contact of a record: a page that shows it again within the hour is no new look. The looks
-- themselves stand in the audit.
create table contact_look (
  officer_id  uuid not null references officer (id),
  record_id   uuid not null,
  at          timestamptz not null,
  primary key (officer_id, record_id)
);
revoke delete, truncate on contact_look from ${appRole};
