-- Rules by which an alert goes on the air without a hand. Written by one officer, in force once another has confirmed it.
create table standing_rule (
  id               uuid primary key,
  version          bigint not null,
  no               bigint generated always as identity unique,
  -- Where all of an alert's places must lie, and whose rule it is.
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  sender           text not null check (length(sender) between 1 and 300),
  -- SHA-256 of the certificate that must have signed, and whose it is.
  signer           char(64) not null,
  signer_name      text not null,
  -- Word for word; empty for any.
  event            text not null default '' check (length(event) <= 200),
  least_level      int not null check (least_level between 1 and 4),
  -- What is spoken; null for the words of the alert.
  template_id      uuid references emergency_template (id),
  state            text not null check (state in ('PROPOSED', 'IN_FORCE', 'ENDED')),
  -- Clocks: each written once.
  written_at       timestamptz not null,
  written_by       uuid not null references officer (id),
  writer_name      text not null,
  confirmed_at     timestamptz,
  confirmed_by     uuid references officer (id),
  confirmer_name   text not null default '',
  ended_at         timestamptz,
  ender_name       text not null default '',
  reason           text not null default '',
  check (confirmed_by <> written_by),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((state = 'PROPOSED') = (confirmed_at is null and ended_at is null)),
  check ((state = 'ENDED') = (ended_at is not null))
);
create index standing_rule_sender on standing_rule (sender) where state = 'IN_FORCE';
create index standing_rule_listed on standing_rule (written_at desc, id desc);
revoke delete, truncate on standing_rule from ${appRole};

create function standing_rule_keeps() returns trigger language plpgsql as $$
begin
  if (new.area_code, new.department_id, new.sender, new.signer, new.signer_name, new.event, new.least_level,
      new.written_at, new.written_by, new.writer_name)
    is distinct from (old.area_code, old.department_id, old.sender, old.signer, old.signer_name, old.event,
      old.least_level, old.written_at, old.written_by, old.writer_name)
    or new.template_id is distinct from old.template_id then
    raise exception 'rule % stays as it was written', old.no using errcode = 'check_violation';
  end if;
  if old.ended_at is not null or (old.confirmed_at is not null
      and (new.confirmed_at, new.confirmed_by) is distinct from (old.confirmed_at, old.confirmed_by)) then
    raise exception 'rule % was settled already', old.no using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger standing_rule_keeps before update on standing_rule for each row execute function standing_rule_keeps();

-- The rule by which an alert went on the air, or why none of its sender's put it there.
alter table alert add column rule_no bigint references standing_rule (no);
alter table alert add column held text not null default ''
  check (held in ('', 'SIGNATURE', 'AREA_UNKNOWN', 'SIGNER', 'EVENT', 'LEVEL', 'AREA', 'TEMPLATE', 'REACH', 'PLAN'));
