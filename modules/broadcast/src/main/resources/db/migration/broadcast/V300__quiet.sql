-- When an area is left in peace, with all below it: a recurrence, or plain days, each at the hour of the start.
create table quiet_window (
  id         uuid primary key,
  version    bigint not null default 1,
  area_code  char(12) not null references area (code),
  kind       text not null check (kind in ('NIGHT', 'NOON', 'EXAM', 'FUNERAL', 'OTHER')),
  title      text not null check (length(title) between 1 and 100),
  -- On the clock of China, as a schedule has it.
  dtstart    text not null,
  rrule      text not null default '',
  exdates    text not null default '',
  calendar   text not null default 'ALL',
  -- Days in lines, instead of a rule.
  days       text not null default '',
  check (days = '' or rrule = ''),
  -- Minutes.
  length     int not null check (length between 1 and 1440),
  -- Clocks: each written once.
  set_at     timestamptz not null,
  ended_at   timestamptz check (ended_at >= set_at)
);
create index quiet_window_area on quiet_window (area_code, set_at desc);
create index quiet_window_holds on quiet_window (id) where ended_at is null;

-- How many minutes of routine an area is to hear a day at most; the nearest area that sets one holds below it.
create table noise_budget (
  id         uuid primary key,
  version    bigint not null default 1,
  area_code  char(12) not null references area (code),
  minutes    int not null check (minutes between 0 and 1440),
  set_at     timestamptz not null,
  ended_at   timestamptz check (ended_at >= set_at)
);
create unique index noise_budget_holds on noise_budget (area_code) where ended_at is null;

-- Who set, changed and ended a window or a budget, and why.
create table quiet_step (
  id               uuid primary key,
  subject_id       uuid not null,
  verb             text not null check (verb in ('SET', 'ENDED')),
  at               timestamptz not null,
  officer_id       uuid not null references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index quiet_step_subject on quiet_step (subject_id, at, id);
revoke update, delete, truncate on quiet_step from ${appRole};
revoke delete, truncate on quiet_window, noise_budget from ${appRole};

-- What was set is never rewritten: it is ended, and another takes its place.
create function quiet_keeps() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'version' - 'ended_at' is distinct from to_jsonb(old) - 'version' - 'ended_at'
    or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    raise exception 'what was set for area % is only ended', old.area_code using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger quiet_window_keeps before update on quiet_window for each row execute function quiet_keeps();
create trigger noise_budget_keeps before update on noise_budget for each row execute function quiet_keeps();

-- Plays that an audience is not to hear, since its minutes of the day are used up. Settled anew with every build until the
-- play's start, and never after it.
create table play_over_budget (
  audience_id  uuid not null references audience (id),
  play_no      bigint not null references occurrence (no),
  primary key (audience_id, play_no)
);
create index play_over_budget_play on play_over_budget (play_no);

-- Which speaker was to play which occurrence: those that belonged, at its start, to an audience that it reaches, unless
-- the audience's minutes of the day were used up. One that was withdrawn before its start was to be played by nobody.
create or replace view planned_play as
select o.no as play_no, o.start, o.schedule_id, y.speaker_no, v.area_code
from occurrence o
  join schedule_audience v on v.schedule_id = o.schedule_id
  join speaker_stay y on y.audience_id = v.audience_id and y.since <= o.start and (y.until is null or y.until > o.start)
where (o.withdrawn_at is null or o.withdrawn_at > o.start)
  and not exists (select 1 from play_over_budget b where b.play_no = o.no and b.audience_id = v.audience_id);

insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000301', 'broadcast.quiet'),
  ('00000000-0000-7000-8000-000000000302', 'broadcast.quiet');

-- What a plan is checked against: how much of it there is, and what came last.
create index schedule_active on schedule (id) include (version)
  where state = 'APPROVED' and kind in ('ROUTINE', 'DRILL');
