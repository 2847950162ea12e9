-- What is to be made of a file so that it can be looked at: one job for each content.
create table rendition_job (
  sha256        char(64) primary key,
  media_type    text not null,
  state         text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  done          int not null default 0,
  total         int not null default 0,
  attempts      int not null default 0,
  next_at       timestamptz not null,
  claimed_by    uuid,
  heartbeat_at  timestamptz,
  -- Code of why nothing could be made.
  reason        text not null default '',
  asked_at      timestamptz not null,
  done_at       timestamptz,
  -- What was found out on the way.
  width         int,
  height        int,
  orientation   text not null default '' check (orientation in ('', 'LANDSCAPE', 'PORTRAIT', 'SQUARE')),
  colour        char(7),
  pages         int,
  seconds       int
);
create index rendition_job_due on rendition_job (next_at) where state = 'WAITING';
create index rendition_job_running on rendition_job (heartbeat_at) where state = 'RUNNING';

create table rendition (
  id       uuid primary key,
  source   char(64) not null references rendition_job (sha256),
  role     text not null check (role in ('THUMBNAIL', 'PREVIEW', 'PAGE', 'POSTER', 'STORYBOARD', 'WEB', 'WAVEFORM', 'PEAKS')),
  ordinal  int not null default 1,
  file_id  uuid not null references stored_file (id),
  sha256   char(64) not null,
  unique (source, role, ordinal)
);
create index rendition_content on rendition (sha256);

-- A version's own cover instead of the one that was made, and the place in it that must be seen.
create table cover (
  version_id  uuid primary key references material_version (id),
  file_id     uuid references stored_file (id),
  sha256      char(64),
  check ((file_id is null) = (sha256 is null)),
  -- Per cent from the left and from the top.
  focus_x     int not null default 50 check (focus_x between 0 and 100),
  focus_y     int not null default 50 check (focus_y between 0 and 100)
);
create index cover_content on cover (sha256) where sha256 is not null;

-- Whoever writes a file into one of these has it made ready to be looked at, and need not know of it.
create function ask_for_renditions() returns trigger language plpgsql as $$
begin
  if new.sha256 is not null then
    insert into rendition_job (sha256, media_type, state, next_at, asked_at)
    select new.sha256, f.media_type, 'WAITING', now(), now() from stored_file f where f.id = new.file_id
    on conflict do nothing;
  end if;
  return new;
end $$;
create trigger material_version_seen after insert or update of sha256 on material_version
  for each row execute function ask_for_renditions();
create trigger upload_seen after insert on upload for each row execute function ask_for_renditions();
create trigger cover_seen after insert or update of sha256 on cover
  for each row execute function ask_for_renditions();
