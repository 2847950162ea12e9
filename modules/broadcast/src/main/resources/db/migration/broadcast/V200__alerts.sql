-- A message of another authority (CAP 1.2), byte by byte as it came, and what it means here.
create table alert (
  id           uuid primary key,
  version      bigint not null,
  -- Where it was taken in.
  area_code    char(12) not null references area (code),
  identifier   text not null,
  sender       text not null,
  sent         timestamptz not null,
  status       text not null check (status in ('ACTUAL', 'EXERCISE', 'SYSTEM', 'TEST', 'DRAFT')),
  msg_type     text not null check (msg_type in ('ALERT', 'UPDATE', 'CANCEL', 'ACK', 'ERROR')),
  source       text not null check (source in ('API', 'FILE', 'FEED')),
  kind         text not null check (kind in ('EMERGENCY', 'DRILL', 'NONE')),
  -- ORDERED: its broadcast was ordered from it.
  state        text not null
    check (state in ('DRAFT', 'ORDERED', 'SUPERSEDED', 'CANCELLED', 'EXPIRED', 'IGNORED')),
  -- Why there is nothing to broadcast, if it is ignored.
  reason       text not null default '',
  check ((state = 'IGNORED') = (reason <> '')),
  -- 1 red to 4 blue; 0 if the message says nothing.
  level        int not null check (level between 0 and 4),
  language     text not null,
  headline     text not null,
  -- What will be spoken.
  text         text not null check (length(text) <= 4000),
  expires_at   timestamptz,
  -- Areas that a person must settle, in the sender's words.
  unresolved   text[] not null default '{}',
  signature    text not null check (signature in ('UNSIGNED', 'VALID', 'UNKNOWN_KEY')),
  raw          bytea not null,
  sha256       bytea not null check (length(sha256) = 32),
  -- The message that superseded or cancelled it.
  ended_by     uuid references alert (id),
  -- Clocks: each written once.
  received_at  timestamptz not null,
  ordered_at   timestamptz,
  public_at    timestamptz,
  ended_at     timestamptz,
  unique (identifier, sender, sent)
);
create index alert_listed on alert (received_at desc, id desc);
create index alert_area_code on alert (area_code, received_at desc);
create index alert_public on alert (public_at desc, id desc) where public_at is not null;
create index alert_ended_by on alert (ended_by) where ended_by is not null;
create index alert_open on alert (expires_at) where state = 'DRAFT';

create table alert_area (
  alert_id   uuid not null references alert (id),
  area_code  char(12) not null references area (code),
  primary key (alert_id, area_code)
);

-- The earlier messages that a message names; they may come later than it.
create table alert_reference (
  alert_id    uuid not null references alert (id),
  sender      text not null,
  identifier  text not null,
  sent        timestamptz not null,
  primary key (alert_id, sender, identifier, sent)
);
create index alert_reference_named on alert_reference (identifier, sender, sent);
revoke update, delete, truncate on alert_area, alert_reference from ${appRole};
revoke delete, truncate on alert from ${appRole};

create function alert_keeps() returns trigger language plpgsql as $$
begin
  if (new.raw, new.sha256, new.identifier, new.sender, new.sent, new.received_at)
    is distinct from (old.raw, old.sha256, old.identifier, old.sender, old.sent, old.received_at) then
    raise exception 'alert % stays as it came', old.identifier using errcode = 'check_violation';
  end if;
  if (old.ordered_at is not null and new.ordered_at is distinct from old.ordered_at)
    or (old.public_at is not null and new.public_at is distinct from old.public_at)
    or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    raise exception 'a clock of alert % was written already', old.identifier
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger alert_keeps before update on alert for each row execute function alert_keeps();
