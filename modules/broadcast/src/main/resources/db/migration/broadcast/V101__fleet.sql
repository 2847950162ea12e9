-- All speakers of one area and the same groups are one audience: they get the same programme.
create table audience (
  id         uuid primary key,
  area_code  char(12) not null references area (code),
  -- Ids of groups, sorted, with a space between.
  groups     text not null default '',
  unique (area_code, groups)
);

create table speaker_group (
  id         uuid primary key,
  version    bigint not null,
  area_code  char(12) not null references area (code),
  name       text not null check (length(name) between 1 and 60),
  unique (area_code, name)
);

create table speaker (
  id             uuid primary key,
  version        bigint not null,
  area_code      char(12) not null references area (code),
  -- Short, since a month has a hundred million receipts.
  no             bigint generated always as identity unique,
  serial         text not null unique check (serial ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  place          text not null check (length(place) between 1 and 100),
  model          text not null default '',
  channel        text not null check (channel in ('IP', 'MOBILE', 'RADIO')),
  volume         int not null default 70 check (volume between 0 and 100),
  keeper_id      uuid references officer (id),
  groups         text not null default '',
  audience_id    uuid not null references audience (id),
  assignment     int not null default 1,
  state          text not null check (state in ('NEW', 'ENROLLED', 'RETIRED')),
  public_key     bytea check (length(public_key) = 32),
  -- Clocks: each written once.
  registered_at  timestamptz not null,
  enrolled_at    timestamptz,
  retired_at     timestamptz,
  check ((state = 'NEW') = (public_key is null) or state = 'RETIRED')
);
create index speaker_area on speaker (area_code, id);
create index speaker_audience on speaker (audience_id);

create function speaker_keeps_clocks() returns trigger language plpgsql as $$
begin
  if new.registered_at is distinct from old.registered_at
    or (old.enrolled_at is not null and new.enrolled_at is distinct from old.enrolled_at)
    or (old.retired_at is not null and new.retired_at is distinct from old.retired_at) then
    raise exception 'a clock of speaker % was written already', old.serial using errcode = 'check_violation';
  end if;
  if old.public_key is not null and new.public_key is distinct from old.public_key then
    raise exception 'the key of speaker % is fixed', old.serial using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger speaker_clocks before update on speaker for each row execute function speaker_keeps_clocks();

-- From when until when a speaker belonged to which audience: who was to play what is counted from here.
create table speaker_stay (
  speaker_no   bigint not null references speaker (no),
  audience_id  uuid not null references audience (id),
  since        timestamptz not null,
  until        timestamptz check (until >= since),
  primary key (speaker_no, since)
);
create unique index speaker_stay_now on speaker_stay (speaker_no) where until is null;
create index speaker_stay_audience on speaker_stay (audience_id, since);

-- What a speaker last said of itself; overwritten every minute, so it has room to stay on its page.
create table speaker_live (
  speaker_no   bigint primary key references speaker (no),
  -- Which heartbeat it was: a speaker that lost its disk counts anew, in a journal that was begun later.
  begun_at     timestamptz not null default '-infinity',
  count        bigint not null,
  seen_at      timestamptz not null,
  revision     bigint not null,
  clock_offset bigint,
  trusted      boolean not null,
  state        text not null,
  flags        text not null,
  volume       int not null,
  free         bigint not null,
  firmware     text not null
) with (fillfactor = 50);

create table enrol_code (
  hash        bytea primary key,
  speaker_id  uuid not null references speaker (id),
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index enrol_code_speaker on enrol_code (speaker_id);
