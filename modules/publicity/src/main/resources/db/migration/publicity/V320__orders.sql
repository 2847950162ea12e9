-- How many copies a unit of a kind below an area may have in a month without anybody deciding.
create table order_quota (
  area_code     char(12) not null references area (code),
  unit          text not null check (unit in ('COUNTY', 'TOWNSHIP', 'VILLAGE', 'DEPARTMENT')),
  -- First day of the month from which it holds, until a later one.
  since         date not null check (extract(day from since) = 1),
  copies        bigint not null check (copies between 0 and 10000000),
  officer_name  text not null,
  set_at        timestamptz not null,
  primary key (area_code, unit, since)
);

-- Copies that a unit asks for. What became of them is counted from the movements.
create table copy_order (
  id               uuid primary key,
  -- Whose store is to have them.
  area_code        char(12) not null references area (code),
  unit             text not null check (unit in ('COUNTY', 'TOWNSHIP', 'VILLAGE', 'DEPARTMENT')),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  version_id       uuid not null references material_version (id),
  asked            bigint not null check (asked between 1 and 10000000),
  purpose          text not null check (length(purpose) between 1 and 200),
  officer_id       uuid not null,
  officer_name     text not null,
  asked_at         timestamptz not null,
  -- Of the month, and what of it was granted before: as they were when it was asked.
  quota            bigint not null,
  used             bigint not null,
  -- Within the quota at once; above it when somebody has decided.
  granted          bigint check (granted between 1 and asked),
  declined         text check (length(declined) between 1 and 200),
  decided_at       timestamptz,
  decided_name     text not null default '',
  check (granted is null or declined is null),
  closed_at        timestamptz,
  closed_name      text not null default ''
);
create index copy_order_listed on copy_order (asked_at desc, id desc);
create index copy_order_unit on copy_order (area_code, unit, asked_at);

-- Which order a movement answers. Insert-only, like the movement.
create table order_delivery (
  movement_id  uuid primary key references movement (id),
  order_id     uuid not null references copy_order (id)
);
create index order_delivery_order on order_delivery (order_id);

-- What of an order was sent, came, and is on the way. What goes over the counter has come.
create view order_count as
select d.order_id, sum(m.quantity)::bigint sent,
  sum(case when m.kind = 'HAND_OUT' then m.quantity else coalesce(c.received, 0) end)::bigint received,
  sum(case when m.kind = 'SEND' and c.received is null then m.quantity else 0 end)::bigint on_the_way
from order_delivery d join movement m on m.id = d.movement_id
  left join consignment c on c.id = m.id
group by d.order_id;
