-- Guide prices and caps before the public, from their first day to their last.
create table price_notice (
  id               uuid primary key,
  area_code        char(12) not null references area (code),
  number           text not null unique,
  title            text not null check (length(title) between 1 and 80),
  body             text not null check (length(body) <= 1000),
  first_day        date not null,
  last_day         date not null check (last_day >= first_day),
  department_name  text not null,
  officer_id       uuid not null,
  officer_name     text not null,
  made_at          timestamptz not null,
  published_at     timestamptz,
  published_name   text not null default '',
  withdrawn_at     timestamptz,
  withdrawn_why    text not null default '' check (length(withdrawn_why) <= 500),
  withdrawn_name   text not null default ''
);
create index price_notice_listed on price_notice (made_at desc, id desc);
create index price_notice_shown on price_notice (last_day) where published_at is not null;

create table price_notice_row (
  notice_id  uuid not null references price_notice (id),
  place      int not null,
  goods      text not null check (length(goods) between 1 and 80),
  unit       text not null check (length(unit) between 1 and 20),
  -- GUIDE and CAP in yuan, MARKUP in per cent.
  kind       text not null check (kind in ('GUIDE', 'CAP', 'MARKUP')),
  value      numeric(12, 2) not null check (value > 0),
  primary key (notice_id, place)
);
