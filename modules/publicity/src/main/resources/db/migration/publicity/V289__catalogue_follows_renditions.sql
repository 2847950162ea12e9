-- The catalogue is narrowed by colour and orientation: it hears when they are known.
create function material_seen() returns trigger language plpgsql as $$
begin
  insert into material_change (material_id, changed)
  select distinct material_id, pg_current_xact_id() from material_version where sha256 = new.sha256
  on conflict (material_id) do update set changed = excluded.changed;
  return null;
end
$$;
create trigger material_seen after update of colour, orientation on rendition_job
  for each row execute function material_seen();
