create table indicator (
  key        text not null,
  area_code  char(12) not null references area (code),
  day        date not null,
  source     text not null,
  value      bigint not null,
  primary key (key, area_code, day, source)
);
create index indicator_day on indicator (day);

-- Answers to posts that carried an Idempotency-Key: the same key gets the same answer, for a day.
create table idempotency (
  officer_id    uuid not null,
  key           text not null,
  request_hash  bytea not null,
  status        int,
  body          text,
  created_at    timestamptz not null,
  primary key (officer_id, key)
);

-- Values that an administrator keeps, in both languages.
create table dictionary (
  kind      text not null,
  code      text not null,
  zh        text not null,
  en        text not null,
  position  int not null default 0,
  active    boolean not null default true,
  primary key (kind, code)
);
