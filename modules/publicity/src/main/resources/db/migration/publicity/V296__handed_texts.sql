-- Texts that another department has reviewed and handed over to be made material of.
create table handed_text (
  number      text primary key,
  area_code   char(12) not null references area (code),
  title       text not null check (length(title) between 1 and 100),
  body        text not null check (length(body) between 1 and 20000),
  hash        char(64) not null,
  heard_at    timestamptz not null,
  -- Its department has taken it off: nothing more is made of it.
  ended_why   text not null default '' check (length(ended_why) <= 500),
  -- The draft that was made of it, written later in the same transaction.
  version_id  uuid references material_version (id) deferrable initially deferred
);
create index handed_text_listed on handed_text (heard_at desc);
