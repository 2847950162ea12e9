-- What the search index of every node follows. An index remembers the oldest transaction that was
-- still running when it last looked, and reads from there on: a sequence would skip what commits
-- late.
create table rumour_change (
  rebuttal_id uuid primary key references rebuttal (id),
  changed     xid8 not null,
  -- True when rumour_vector holds the vectors of what it says now; and since which transaction.
  embedded    boolean not null default false,
  vectors     xid8
);
create index rumour_change_changed on rumour_change (changed);
create index rumour_change_vectors on rumour_change (vectors) where vectors is not null;
create index rumour_change_waiting on rumour_change (changed) where not embedded;

-- The vector of each piece of a published rebuttal: derived, but dear to compute.
create table rumour_vector (
  rebuttal_id uuid not null references rebuttal (id),
  piece       int not null,
  -- SHA-256 of model and folded text.
  hash        bytea not null,
  signs       bytea not null,
  scaled      bytea not null,
  primary key (rebuttal_id, piece)
);

create function rumour_changed() returns trigger language plpgsql as $$
begin
  if new.public_ordinal is not null then
    insert into rumour_change (rebuttal_id, changed) values (new.id, pg_current_xact_id())
    on conflict (rebuttal_id) do update set changed = excluded.changed, embedded = false;
  end if;
  return null;
end
$$;
create trigger rebuttal_changed after insert or update of public_ordinal, withdrawn_at, wordings
  on rebuttal for each row execute function rumour_changed();

insert into rumour_change (rebuttal_id, changed)
select id, pg_current_xact_id() from rebuttal where public_ordinal is not null;
