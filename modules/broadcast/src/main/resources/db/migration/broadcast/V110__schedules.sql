-- What is to be heard: a text, spoken by the speaker or from media.
create table item (
  id         uuid primary key,
  tone       text not null check (tone in ('NONE', 'CHIME', 'ATTENTION', 'DRILL')),
  language   text not null check (language in ('zh', 'en')),
  text       text not null check (length(text) between 1 and 4000)
);

create table schedule (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  title            text not null check (length(title) between 1 and 100),
  kind             text not null check (kind in ('EMERGENCY', 'LIVE', 'ROUTINE', 'DRILL')),
  level            int not null default 0 check (level between 0 and 4),
  check ((kind = 'EMERGENCY') = (level > 0)),
  item_id          uuid not null references item (id),
  state            text not null check (state in ('DRAFT', 'REVIEW', 'RETURNED', 'APPROVED', 'WITHDRAWN')),
  -- Local time and zone: RFC 5545 counts in the clock of the wall.
  dtstart          text not null,
  timezone         text not null,
  rrule            text not null default '',
  exdates          text not null default '',
  calendar         text not null default 'ALL',
  -- Milliseconds.
  length           bigint not null check (length between 1000 and 14400000),
  slot             bigint not null check (slot between length and 86400000),
  tolerance        bigint not null check (tolerance between 0 and 3600000),
  preemption       text not null check (preemption in ('RESUME', 'RESTART', 'DROP', 'SHIFT')),
  volume           int not null check (volume between 0 and 100),
  repeats          int not null default 1 check (repeats between 0 and 100),
  pause            bigint not null default 0 check (pause between 0 and 3600000),
  writers          text not null default '',
  reviewers        text not null default '',
  hash             char(64) not null,
  -- Clocks: each written once.
  drafted_at       timestamptz not null,
  submitted_at     timestamptz,
  approved_at      timestamptz,
  withdrawn_at     timestamptz
);
create index schedule_area on schedule (area_code, drafted_at desc, id desc);
create index schedule_listed on schedule (drafted_at desc, id desc);

-- Where: areas with all below them, groups; less what is left out.
create table schedule_target (
  schedule_id  uuid not null references schedule (id),
  included     boolean not null,
  kind         text not null check (kind in ('AREA', 'GROUP')),
  target       text not null,
  primary key (schedule_id, kind, target)
);
create index schedule_target_target on schedule_target (target);

create table schedule_step (
  id               uuid primary key,
  schedule_id      uuid not null references schedule (id),
  verb             text not null,
  state            text not null,
  at               timestamptz not null,
  officer_id       uuid references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index schedule_step_schedule on schedule_step (schedule_id, at, id);
revoke update, delete, truncate on schedule_step from ${appRole};

create function schedule_keeps_clocks() returns trigger language plpgsql as $$
begin
  if new.drafted_at is distinct from old.drafted_at
    or (old.approved_at is not null and new.approved_at is distinct from old.approved_at)
    or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at) then
    raise exception 'a clock of schedule % was written already', old.number using errcode = 'check_violation';
  end if;
  if old.approved_at is not null and new.hash is distinct from old.hash then
    raise exception 'schedule % was approved with another content', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger schedule_clocks before update on schedule for each row execute function schedule_keeps_clocks();

-- One planned play: it exists before the first speaker hears of it, and its number is all that travels.
create table occurrence (
  no            bigint generated always as identity primary key,
  schedule_id   uuid not null references schedule (id),
  start         timestamptz not null,
  withdrawn_at  timestamptz,
  unique (schedule_id, start)
);
create index occurrence_start on occurrence (start, no);

-- Whatever changes a programme raises this by one; each node looks at it.
create table broadcast_change (
  single   boolean primary key default true check (single),
  counter  bigint not null
);
insert into broadcast_change (counter) values (0);

create sequence programme_revision;
create table programme (
  audience_id  uuid primary key references audience (id),
  revision     bigint not null,
  -- Of what is to be heard, without the times of issue: the same content is not issued again.
  content      char(64) not null,
  body         bytea not null,
  issued_at    timestamptz not null
);
create index programme_revised on programme (revision);
