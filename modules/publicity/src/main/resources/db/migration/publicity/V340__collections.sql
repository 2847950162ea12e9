-- What an officer picked by hand for an occasion, for the whole department to find again.
create table collection (
  id              uuid primary key,
  version         bigint not null,
  area_code       char(12) not null references area (code),
  department_id   uuid not null references department (id),
  department_name text not null,
  title           text not null check (length(title) between 1 and 100),
  note            text not null check (length(note) <= 1000),
  officer_name    text not null,
  made_at         timestamptz not null,
  changed_at      timestamptz not null,
  unique (department_id, title)
);
create index collection_listed on collection (changed_at desc, id);

create table collection_entry (
  collection_id uuid not null references collection (id) on delete cascade,
  material_id   uuid not null references material (id) on delete cascade,
  added_at      timestamptz not null,
  primary key (collection_id, material_id)
);
create index collection_entry_material on collection_entry (material_id);
