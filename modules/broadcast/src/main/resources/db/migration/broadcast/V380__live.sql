-- Somebody speaks into a microphone and is heard in villages. What was said lies here piece by piece.
create table live_stream (
  id            uuid primary key,
  schedule_id   uuid not null unique references schedule (id),
  area_code     char(12) not null references area (code),
  officer_id    uuid not null references officer (id),
  officer_name  text not null,
  begun_at      timestamptz not null,
  until         timestamptz not null,
  -- Number of the newest piece, 0 before the first.
  last          int not null default 0,
  last_at       timestamptz,
  ended_at      timestamptz,
  ended_by      text check (ended_by in ('OFFICER', 'TIME', 'SILENCE', 'WITHDRAWN')),
  -- From when on it was off the air.
  closed_at     timestamptz,
  tries         int not null default 0,
  tried_at      timestamptz,
  recorded_at   timestamptz
);
create index live_stream_begun on live_stream (begun_at desc, id desc);
create index live_stream_open on live_stream (id) where recorded_at is null;

-- µ-law, 16 kHz, one channel.
create table live_piece (
  stream_id  uuid not null references live_stream (id),
  no         int not null check (no > 0),
  at         timestamptz not null,
  sound      bytea not null check (length(sound) between 1 and 64000),
  primary key (stream_id, no)
);
alter table live_piece alter column sound set storage external;
revoke update, truncate on live_piece from ${appRole};

-- What was made of it: sounds of at most 25 minutes each.
create table live_recording (
  stream_id  uuid not null references live_stream (id),
  position   int not null check (position > 0),
  media_id   uuid not null references media (id),
  primary key (stream_id, position)
);
revoke update, delete, truncate on live_recording from ${appRole};
