-- A file that somebody brought. The bytes lie in the data folder under their own hash, once however
-- often they are brought; a row says what they are, to whom they belong and who may see them.
create table stored_file (
  id          uuid primary key,
  sha256      char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes       bigint not null check (bytes > 0),
  media_type  text not null,
  name        text not null check (length(name) between 1 and 200),
  width       int check (width > 0),
  height      int check (height > 0),
  area_code   char(12) not null references area (code),
  is_public   boolean not null default false,
  created_at  timestamptz not null,
  created_by  uuid references officer (id),
  check ((width is null) = (height is null))
);
create index stored_file_area on stored_file (area_code);
create index stored_file_public on stored_file (sha256) where is_public;
