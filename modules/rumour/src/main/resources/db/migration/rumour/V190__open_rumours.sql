-- What the index of rumours that wait for an answer follows, as V130 does for what is published.
create table rumour_open_change (
  rumour_id uuid primary key references rumour (id),
  changed   xid8 not null
);
create index rumour_open_change_changed on rumour_open_change (changed);

create function rumour_open_changed() returns trigger language plpgsql as $$
begin
  insert into rumour_open_change (rumour_id, changed) values (new.id, pg_current_xact_id())
  on conflict (rumour_id) do update set changed = excluded.changed;
  return null;
end
$$;
-- What is imported with its answer never waited for one.
create trigger rumour_opened after insert on rumour for each row
  when (new.state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT'))
  execute function rumour_open_changed();
create trigger rumour_moved after update of state, title on rumour for each row
  when (new.state <> old.state or new.title <> old.title)
  execute function rumour_open_changed();

create function rumour_open_wording_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.text = old.text and new.rumour_id = old.rumour_id then
    return null;
  end if;
  insert into rumour_open_change (rumour_id, changed)
  select id, pg_current_xact_id() from rumour
  where id in (case when tg_op <> 'INSERT' then old.rumour_id end, case when tg_op <> 'DELETE' then new.rumour_id end)
    and state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT')
  on conflict (rumour_id) do update set changed = excluded.changed;
  return null;
end
$$;
create trigger rumour_open_wording_changed after insert or update or delete
  on rumour_wording for each row execute function rumour_open_wording_changed();
