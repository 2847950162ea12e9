-- Where prices are taken: a market, a shop, a pharmacy.
create table price_point (
  id         uuid primary key,
  name       text not null unique check (length(name) between 1 and 80),
  area_code  char(12) not null references area (code)
);
create index price_point_area on price_point (area_code);

-- What is priced. A price is always of one unit: a kilogram, a litre or a piece.
create table price_goods (
  id           uuid primary key,
  name         text not null unique check (length(name) between 1 and 80),
  goods_group  text not null check (length(goods_group) between 1 and 40),
  unit         text not null check (unit in ('KG', 'LITRE', 'PIECE')),
  -- Units in a box, where boxes are all alike.
  box_content  numeric(10, 3) check (box_content > 0)
);

create table price_quote (
  point_id     uuid not null references price_point (id),
  goods_id     uuid not null references price_goods (id),
  quoted_on    date not null,
  -- Yuan a unit of the goods.
  price        numeric(14, 6) not null check (price > 0),
  cost         numeric(14, 6) check (cost > 0),
  -- As it was brought: the unit and the amount on the slip.
  unit_typed   text not null,
  price_typed  numeric(14, 4) not null,
  last_trade   date,
  officer_id   uuid not null,
  officer_name text not null,
  entered_at   timestamptz not null,
  signed_name  text not null default '',
  signed_at    timestamptz,
  primary key (point_id, goods_id, quoted_on)
);
create index price_quote_day on price_quote (goods_id, quoted_on);

-- What a later quote for the same day replaced. Insert-only.
create table price_quote_past (
  point_id     uuid not null,
  goods_id     uuid not null,
  quoted_on    date not null,
  price        numeric(14, 6) not null,
  cost         numeric(14, 6),
  officer_name text not null,
  entered_at   timestamptz not null,
  replaced_at  timestamptz not null
);
create index price_quote_past_key on price_quote_past (point_id, goods_id, quoted_on);

-- How much may be earned on goods of a group within an area, and since when.
create table margin_rule (
  id           uuid primary key,
  area_code    char(12) not null references area (code),
  goods_group  text not null check (length(goods_group) between 1 and 40),
  basis        text not null check (basis in ('COST', 'SALE')),
  -- Per cent; with a base date, percentage points above the markup of that date.
  cap          numeric(8, 2) not null check (cap between 0 and 10000),
  base_date    date,
  valid_from   date not null,
  valid_until  date check (valid_until >= valid_from),
  source       text not null check (length(source) between 1 and 200),
  officer_name text not null,
  set_at       timestamptz not null
);
create unique index margin_rule_one on margin_rule (area_code, goods_group, valid_from);

create table price_alert (
  id         uuid primary key,
  point_id   uuid not null references price_point (id),
  goods_id   uuid not null references price_goods (id),
  rung       text not null check (rung in ('MARGIN', 'DAILY', 'MONTHLY', 'PEERS')),
  level      text not null check (level in ('WATCH', 'ALERT', 'CRISIS')),
  -- The first day it fired, and the latest.
  day        date not null,
  until      date not null check (until >= day),
  days       integer not null check (days > 0),
  -- Figures by name, of the first day: a JSON object.
  evidence   text not null,
  state      text not null check (state in
    ('RAISED', 'ACKNOWLEDGED', 'CHECKING', 'EXPLAINED', 'ADMONISHED', 'COMPLIED', 'LEAD', 'FALSE')),
  raised_at  timestamptz not null,
  unique (point_id, goods_id, rung, day)
);
create index price_alert_listed on price_alert (day desc, id desc);
create index price_alert_open on price_alert (state) where state in
  ('RAISED', 'ACKNOWLEDGED', 'CHECKING', 'ADMONISHED');

-- What was done about an alert. Insert-only.
create table price_alert_step (
  alert_id     uuid not null references price_alert (id),
  state        text not null,
  reason       text not null check (length(reason) <= 500),
  officer_name text not null,
  at           timestamptz not null,
  primary key (alert_id, state)
);
