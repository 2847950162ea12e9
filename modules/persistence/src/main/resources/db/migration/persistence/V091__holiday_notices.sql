-- Notices of holidays that came out after this version of the product did. Facts only; a later notice
-- of the same year takes the place of the earlier one, which stays on record.
create table holiday_notice (
  id             uuid primary key,
  year           integer not null check (year between 2000 and 2099),
  published      date not null,
  taken_in_at    timestamptz not null,
  taken_in_by    uuid references officer (id),
  taken_in_name  text not null,
  unique (year, published)
);
create table holiday_day (
  notice_id  uuid not null references holiday_notice (id),
  day        date not null,
  working    boolean not null,
  name       text not null check (length(name) between 1 and 40),
  primary key (notice_id, day)
);
revoke update, delete, truncate on holiday_notice, holiday_day from ${appRole};
