-- A list as somebody wants it again: its address without the place in it, by name, for its owner alone
-- or for the owner's department as well.
create table list_view (
  id             uuid primary key,
  path           text not null check (path ~ '^/console/[a-z/-]{1,100}$'),
  name           text not null check (length(name) between 1 and 40),
  query          text not null check (length(query) <= 2000),
  owner_id       uuid not null references officer (id),
  department_id  uuid references department (id),
  made_at        timestamptz not null,
  unique (owner_id, path, name)
);
create index list_view_shared on list_view (department_id, path) where department_id is not null;

-- With which view the officer's rail opens a list.
create table list_view_first (
  officer_id  uuid not null references officer (id),
  path        text not null,
  view_id     uuid not null references list_view (id) on delete cascade,
  primary key (officer_id, path)
);
create index list_view_first_view on list_view_first (view_id);
