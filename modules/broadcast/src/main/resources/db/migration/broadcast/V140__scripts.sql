-- A text that another department has reviewed and hands over to be read by loudspeakers.
create table script (
  id           uuid primary key,
  area_code    char(12) not null references area (code),
  source_id    uuid not null,
  source       text not null,
  ordinal      int not null,
  hash         char(64) not null,
  language     text not null,
  text         text not null check (length(text) between 1 and 4000),
  seconds      int not null,
  -- Clocks: each written once.
  received_at  timestamptz not null,
  recalled_at  timestamptz,
  recalled_why text not null default '',
  unique (source_id, ordinal)
);
create index script_received on script (received_at desc, id desc);

alter table schedule add column script_id uuid references script (id);
create index schedule_script on schedule (script_id) where script_id is not null;
