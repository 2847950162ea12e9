alter table term drop constraint term_record_kind_check;
alter table term add constraint term_record_kind_check check (record_kind ~ '^[A-Z]+$');

-- A seal-up, a seizure or a preservation by registration, of the goods on its list.
create table measure (
  id               uuid primary key,
  case_id          uuid not null references market_case (id),
  kind             text not null check (kind in ('SEAL_UP', 'SEIZURE', 'PRESERVE')),
  number           text not null unique,
  urgent           boolean not null,
  ground           text not null check (length(ground) between 1 and 1000),
  place            text not null check (length(place) between 1 and 200),
  state            text not null,
  version          bigint not null default 1,
  officer_name     text not null,
  made_at          timestamptz not null,
  -- The first day of the hold; null while it is only proposed.
  held_on          date,
  ended_on         date,
  -- The preservation that it follows.
  after_id         uuid references measure (id)
);
create index measure_case on measure (case_id, made_at);
create index measure_listed on measure (made_at desc, id desc);

create table measure_item (
  measure_id  uuid not null references measure (id),
  place       int not null,
  name        text not null check (length(name) between 1 and 100),
  amount      numeric(15, 3) not null check (amount > 0),
  unit        text not null check (length(unit) between 1 and 20),
  spot        text not null check (length(spot) between 1 and 100),
  primary key (measure_id, place)
);

-- What happened to it. Insert-only.
create table measure_step (
  no            bigint generated always as identity primary key,
  measure_id    uuid not null references measure (id),
  at            timestamptz not null,
  action        text not null,
  state         text not null,
  -- Empty if it ended by itself.
  officer_name  text not null,
  note          text not null default ''
);
create index measure_step_measure on measure_step (measure_id, no);
revoke update, delete, truncate on measure_item, measure_step from ${appRole};
