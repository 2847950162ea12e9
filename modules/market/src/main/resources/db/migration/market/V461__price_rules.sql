-- From when on a series of an area's points fires; the nearest area above decides, the latest holds.
create table price_threshold (
  no            bigint generated always as identity primary key,
  area_code     char(12) not null references area (code),
  -- Rise in per cent below which nothing fires, and from which everything does.
  least         numeric(6, 2) not null check (least between 1 and 500),
  most          numeric(6, 2) not null check (most between least and 500),
  -- So many times the series' own scale, between the two.
  scales        numeric(5, 2) not null check (scales between 0.5 and 20),
  officer_name  text not null,
  set_at        timestamptz not null
);
create index price_threshold_area on price_threshold (area_code, no);
revoke update, delete, truncate on price_threshold from ${appRole};

-- A change of rules that is tried before it goes live.
create table price_draft (
  id            uuid primary key,
  version       bigint not null,
  area_code     char(12) not null references area (code),
  title         text not null check (length(title) between 1 and 80),
  state         text not null check (state in ('DRAFT', 'LIVE', 'DROPPED')),
  least         numeric(6, 2) check (least between 1 and 500),
  most          numeric(6, 2) check (most between least and 500),
  scales        numeric(5, 2) check (scales between 0.5 and 20),
  officer_id    uuid not null,
  officer_name  text not null,
  made_at       timestamptz not null,
  -- The version that was tried, and how: golden cases that came out wrong, alerts gone and new.
  tried         bigint,
  tried_at      timestamptz,
  wrong         integer not null default 0,
  gone          integer not null default 0,
  added         integer not null default 0,
  ended_name    text not null default '',
  ended_at      timestamptz,
  check ((least is null) = (most is null) and (least is null) = (scales is null))
);
create index price_draft_listed on price_draft (made_at desc, id desc);

create table price_draft_margin (
  draft_id     uuid not null references price_draft (id),
  area_code    char(12) not null references area (code),
  goods_group  text not null check (length(goods_group) between 1 and 40),
  basis        text not null check (basis in ('COST', 'SALE')),
  cap          numeric(8, 2) not null check (cap between 0 and 10000),
  base_date    date,
  valid_from   date not null,
  valid_until  date check (valid_until >= valid_from),
  source       text not null check (length(source) between 1 and 200),
  primary key (draft_id, area_code, goods_group, valid_from)
);

-- What rules must find, and what they must leave alone, whatever else changes.
create table price_golden (
  id           uuid primary key,
  name         text not null check (length(name) between 1 and 120),
  -- MARGIN: cost, price of the base date and price; DAILY: prices day by day, the last one judged.
  kind         text not null check (kind in ('MARGIN', 'DAILY')),
  cost         numeric(14, 4) check (cost > 0),
  base_price   numeric(14, 4) check (base_price > 0),
  price        numeric(14, 4) check (price > 0),
  prices       numeric(14, 4)[] check (array_length(prices, 1) between 9 and 400),
  fires        boolean not null,
  check ((kind = 'MARGIN') = (cost is not null and base_price is not null and price is not null)),
  check ((kind = 'DAILY') = (prices is not null))
);
insert into price_golden (id, name, kind, cost, base_price, price, prices, fires) values
  ('00000000-0000-7000-8000-000000004601', '进价 2.1 元、售价 5 元涨到 25 元', 'MARGIN', 2.1, 5, 25, null, true),
  ('00000000-0000-7000-8000-000000004602', '进价 2.1 元、售价 2.2 元不变', 'MARGIN', 2.1, 2.2, 2.2, null, false),
  ('00000000-0000-7000-8000-000000004603', '平稳二十天后一日翻五倍', 'DAILY', null, null, null,
    array_fill(5.0, array[20]) || 25.0, true),
  ('00000000-0000-7000-8000-000000004604', '平稳二十天后一日涨 35%', 'DAILY', null, null, null,
    array_fill(10.0, array[20]) || 13.5, true),
  ('00000000-0000-7000-8000-000000004605', '平稳二十天', 'DAILY', null, null, null,
    array_fill(10.0, array[21]), false),
  ('00000000-0000-7000-8000-000000004606', '每天涨 1%，节前常见', 'DAILY', null, null, null,
    (select array_agg(round((10 * 1.01 ^ n)::numeric, 4) order by n) from generate_series(0, 29) n), false),
  ('00000000-0000-7000-8000-000000004607', '上下 8% 之间来回', 'DAILY', null, null, null,
    (select array_agg(case when n % 2 = 0 then 10.0 else 10.8 end order by n) from generate_series(0, 29) n), false);
