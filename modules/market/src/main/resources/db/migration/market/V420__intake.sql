-- Letters of platforms and other departments: what they call them, and how much is in dispute.
alter table complaint drop constraint complaint_channel_check;
alter table complaint add constraint complaint_channel_check check (channel in
  ('HALL', 'PHONE', 'LETTER', 'DEPARTMENT', 'PLATFORM_12315', 'HOTLINE_12345', 'PRICE_ALERT'));
-- Number that the platform or department gave it; empty of what came to the bureau itself.
alter table complaint add column source text not null default '' check (length(source) <= 60);
-- In fen; null if nobody says.
alter table complaint add column amount bigint check (amount between 0 and 1000000000000);
-- The same letter is taken once; one that is both has two records.
create unique index complaint_source on complaint (channel, source, kind) where source <> '';

-- A file between its preview and its end: sealed, since it names people.
create table intake_batch (
  id             uuid primary key,
  officer_id     uuid not null,
  officer_name   text not null,
  area_code      char(12) not null references area (code),
  channel        text not null,
  file_name      text not null check (length(file_name) <= 200),
  made_at        timestamptz not null,
  -- Null once every line is taken or refused.
  sealed         bytea,
  lines          int not null default 0,
  taken          int not null default 0,
  known          int not null default 0,
  ended_at       timestamptz
);
create index intake_batch_officer on intake_batch (officer_id, made_at desc, id desc);

-- Lines that were not taken; never a word of what names somebody.
create table intake_refused (
  batch_id  uuid not null references intake_batch (id) on delete cascade,
  line      int not null,
  source    text not null,
  field     text not null,
  code      text not null,
  detail    text not null,
  primary key (batch_id, line)
);
