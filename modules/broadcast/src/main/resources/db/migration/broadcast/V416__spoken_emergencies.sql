-- The text of an emergency read by the voice of the house, while the speakers read it themselves.
-- It says what was ordered, word for word, and is no part of what is reviewed afterwards.
create table spoken_emergency (
  schedule_id  uuid primary key references schedule (id),
  tries        int not null default 1,
  tried_at     timestamptz not null,
  media_id     uuid references media (id),
  made_at      timestamptz,
  check ((media_id is null) = (made_at is null))
);
create index spoken_emergency_media on spoken_emergency (media_id) where media_id is not null;
create index schedule_emergency on schedule (approved_at) where kind = 'EMERGENCY';
