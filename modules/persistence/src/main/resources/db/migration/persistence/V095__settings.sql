-- What an installation chose while it ran; without a row the standard of the source counts.
create table setting (
  key      text primary key check (length(key) between 3 and 80),
  value    text not null check (length(value) between 1 and 200),
  version  bigint not null check (version > 0),
  -- The law wants the record of a network for six months at least (Cybersecurity Law, article 21 (3)): 190 days are
  -- never undercut, whatever a page or a program writes here.
  constraint setting_audit_days check (key <> 'retention.audit' or
    case when value ~ '^[0-9]{1,5}$' then value::int >= 190 else false end)
);

-- Every change, for ever.
create table setting_step (
  id               uuid primary key,
  key              text not null,
  before           text not null,
  after            text not null,
  at               timestamptz not null,
  officer_id       uuid not null,
  officer_name     text not null,
  department_name  text not null,
  reason           text not null check (length(reason) between 1 and 200)
);
create index setting_step_at on setting_step (at desc, id desc);
revoke update, delete, truncate on setting_step from ${appRole};
revoke delete, truncate on setting from ${appRole};

-- Since when a password is the one it is: how long it may stay is a setting.
alter table officer add column password_at timestamptz not null default now();

-- Rows of the record that were past their time and deleted from its beginning: the chain goes on from this hash.
create table audit_cut (
  through  bigint primary key,
  hash     bytea not null,
  cut_at   timestamptz not null,
  rows     bigint not null check (rows > 0)
);
revoke insert, update, delete, truncate on audit_cut from ${appRole};

-- Only what the function below has just cut off may go, and nothing that is younger than 190 days, whoever asks.
create or replace function audit_is_insert_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - interval '190 days' and old.sequence <= (select max(through) from audit_cut) then
      return old;
    end if;
  end if;
  raise exception 'the audit record is insert-only';
end $$;

-- Deletes rows before the instant from the beginning of the record, at most so many, and counts them. The last row stays.
create function audit_forget(before timestamptz, most int) returns int
  language plpgsql security definer set search_path from current as $$
declare
  kept timestamptz := least(before, now() - interval '190 days');
  last bigint;
  gone int;
begin
  perform pg_advisory_xact_lock(4711);
  select coalesce(min(sequence) filter (where at >= kept) - 1, max(sequence)) into last
    from (select sequence, at from audit_row
      where sequence < (select max(sequence) from audit_row) order by sequence limit most) oldest;
  select count(*) into gone from audit_row where sequence <= last;
  if gone = 0 then
    return 0;
  end if;
  insert into audit_cut (through, hash, cut_at, rows)
    select last, hash, now(), gone from audit_row where sequence = last;
  delete from audit_row where sequence <= last;
  return gone;
end $$;
revoke execute on function audit_forget from public;
grant execute on function audit_forget to ${appRole};
