-- Who stands in for whom, from when until when. It ends by itself; ending it before is written once.
create table deputy (
  id          uuid primary key,
  version     bigint not null default 1,
  absent_id   uuid not null references officer (id),
  deputy_id   uuid not null references officer (id),
  begins_at   timestamptz not null,
  ends_at     timestamptz not null,
  reason      text not null check (length(reason) between 1 and 200),
  made_by     uuid not null references officer (id),
  made_name   text not null,
  made_at     timestamptz not null,
  ended_at    timestamptz,
  ended_name  text not null default '',
  check (absent_id <> deputy_id),
  check (ends_at > begins_at and ends_at <= begins_at + interval '90 days')
);
create index deputy_deputy on deputy (deputy_id, ends_at) where ended_at is null;
create index deputy_absent on deputy (absent_id, ends_at) where ended_at is null;
revoke delete, truncate on deputy from ${appRole};

create function deputy_only_ends() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'version' - 'ended_at' - 'ended_name' is distinct from
      to_jsonb(old) - 'version' - 'ended_at' - 'ended_name' or old.ended_at is not null then
    raise exception 'a deputy is only ended' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger deputy_keeps before update on deputy for each row execute function deputy_only_ends();
