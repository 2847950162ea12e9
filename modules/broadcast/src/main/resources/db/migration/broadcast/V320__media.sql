-- A sound that was made ready: measured, of even loudness, in the two forms in which it is kept.
create table media (
  id            uuid primary key,
  area_code     char(12) not null references area (code),
  -- Of the MP3, which is what speakers fetch and reviewers approve.
  sha256        char(64) not null,
  file_id       uuid not null references stored_file (id),
  opus_file_id  uuid not null references stored_file (id),
  bytes         bigint not null check (bytes > 0),
  -- Milliseconds, counted in the decoded sound.
  length        bigint not null check (length between 1000 and 1800000),
  -- LUFS and dBTP (ITU-R BS.1770-4) of the MP3.
  loudness      numeric(4, 1) not null check (loudness between -17 and -15),
  peak          numeric(4, 1) not null check (peak <= -1.5),
  made          text not null check (made in ('UPLOAD', 'RECORDING', 'SPEECH')),
  codec         text not null,
  name          text not null,
  language      text not null default '',
  source_text   text not null default '' check (length(source_text) <= 4000),
  voice         text not null default '',
  made_at       timestamptz not null,
  officer_id    uuid references officer (id),
  officer_name  text not null,
  unique (area_code, sha256)
);
create index media_made on media (made_at desc, id desc);
create index media_sha256 on media (sha256);
revoke update, delete, truncate on media from ${appRole};

-- What is heard of an item, in its order; an item without any is spoken by the speaker.
create table item_media (
  item_id   uuid not null references item (id),
  position  int not null check (position between 1 and 20),
  media_id  uuid not null references media (id),
  primary key (item_id, position)
);
create index item_media_media on item_media (media_id);
