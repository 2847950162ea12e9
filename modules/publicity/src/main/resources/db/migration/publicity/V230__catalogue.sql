-- What each node's index of the catalogue follows: in which transaction a material changed last.
create table material_change (
  material_id  uuid primary key references material (id),
  changed      xid8 not null
);
create index material_change_changed on material_change (changed);

create function material_changed() returns trigger language plpgsql as $$
begin
  insert into material_change (material_id, changed)
  values (case tg_table_name when 'material' then new.id else (to_jsonb(new) ->> 'material_id')::uuid end,
    pg_current_xact_id())
  on conflict (material_id) do update set changed = excluded.changed;
  return null;
end
$$;
create trigger material_changed after insert or update on material
  for each row execute function material_changed();
create trigger material_changed after insert or update on material_version
  for each row execute function material_changed();

insert into material_change (material_id, changed) select id, pg_current_xact_id() from material;

-- A search that an officer asks again, and of which a to-do tells what is new.
create table saved_search (
  id          uuid primary key,
  officer_id  uuid not null references officer (id),
  name        text not null check (length(name) between 1 and 60),
  -- The filters as they stand in the address.
  query       text not null check (length(query) <= 2000),
  alerts      boolean not null,
  made_at     timestamptz not null,
  -- What was drafted after this is new to the officer.
  seen_at     timestamptz not null,
  unique (officer_id, name)
);
