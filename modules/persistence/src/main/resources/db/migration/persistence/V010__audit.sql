create table audit_row (
  sequence      bigint primary key,
  at            timestamptz not null,
  officer       text not null,
  officer_name  text not null,
  department    text not null,
  area_code     text not null,
  use_case      text not null,
  right_key     text not null,
  subject       text not null,
  outcome       text not null check (outcome in ('SUCCESS', 'REFUSED', 'FAILED')),
  detail        text not null,
  previous      bytea not null,
  hash          bytea not null
);
create index audit_officer on audit_row (officer, sequence);
create index audit_use_case on audit_row (use_case, sequence);
create index audit_subject on audit_row (subject, sequence) where subject <> '';
create index audit_refused on audit_row (sequence) where outcome <> 'SUCCESS';

-- Insert-only for the application's role; the trigger is a second line for everybody.
revoke update, delete, truncate on audit_row from ${appRole};

create function audit_is_insert_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit record is insert-only';
end $$;
create trigger audit_no_change before update or delete on audit_row
  for each row execute function audit_is_insert_only();
create trigger audit_no_truncate before truncate on audit_row
  for each statement execute function audit_is_insert_only();
