-- Who declared an area's own day and when; the audit record has the same, but the page should not
-- have to read it.
alter table calendar_overlay add column declared_by uuid references officer (id);
alter table calendar_overlay add column declared_at timestamptz not null default now();
