-- Files that an officer brought and that are not material yet; what was refused stays to be read.
create table upload (
  id          uuid primary key,
  -- Of the transfer: told twice, it is taken in once.
  transfer    text not null unique,
  officer_id  uuid not null,
  area_code   char(12) not null references area (code),
  folder      text not null default '' check (length(folder) <= 1000),
  name        text not null check (length(name) between 1 and 300),
  -- TAKEN may become material; ASKED looks like something that there is and waits for a decision.
  state       text not null check (state in ('TAKEN', 'ASKED', 'DRAFTED', 'USED', 'DROPPED', 'REFUSED')),
  file_id     uuid references stored_file (id),
  sha256      char(64),
  media_type  text,
  bytes       bigint not null default 0,
  kind        text,
  check ((state = 'REFUSED') = (file_id is null) and (file_id is null) = (sha256 is null)
    and (file_id is null) = (media_type is null) and (file_id is null) = (kind is null)),
  refusal     text not null default '',
  arguments   text[] not null default '{}',
  -- Became this one, or this one is used in its place.
  version_id  uuid references material_version (id),
  at          timestamptz not null
);
create index upload_waiting on upload (officer_id, at, id) where state in ('TAKEN', 'ASKED', 'REFUSED');
create index upload_content on upload (sha256) where sha256 is not null;

-- What an officer decided on two that look alike: written once, never changed.
create table likeness_decision (
  id            uuid primary key,
  upload_id     uuid not null references upload (id),
  version_id    uuid not null references material_version (id),
  distance      int not null check (distance between 0 and 64),
  decision      text not null check (decision in ('SAME', 'VERSION', 'DIFFERENT')),
  officer_id    uuid not null,
  officer_name  text not null,
  at            timestamptz not null,
  unique (upload_id, version_id)
);
