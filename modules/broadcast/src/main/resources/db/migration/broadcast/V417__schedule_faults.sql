-- Approved schedules that could not be read when the programmes were built: they are left out.
create table schedule_fault (
  schedule_id  uuid primary key references schedule (id),
  found_at     timestamptz not null
);
