-- How often the public took a file: by the day, with nothing of who it was.
create table download_count (
  version_id  uuid not null references material_version (id),
  day         date not null,
  times       int not null check (times > 0),
  primary key (version_id, day)
);

-- Officers who took one: a recall must reach them.
create table download_by_officer (
  version_id  uuid not null references material_version (id),
  officer_id  uuid not null references officer (id),
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  times       int not null check (times > 0),
  primary key (version_id, officer_id)
);

create index material_version_ended on material_version (coalesce(recalled_at, archived_at, published_at) desc, id desc)
  where published_at is not null and state in ('PUBLISHED', 'RECALLED');
create index material_version_expiry on material_version (valid_until) where state = 'PUBLISHED' and valid_until is not null;
