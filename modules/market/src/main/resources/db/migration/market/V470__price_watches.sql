-- Goods whose prices are looked at every day, since people talk of a shortage.
create table price_watch (
  id         uuid primary key,
  area_code  char(12) not null references area (code),
  goods_id   uuid not null references price_goods (id),
  since      date not null,
  until      date not null check (until >= since),
  raised_at  timestamptz not null,
  ended_at   timestamptz
);
create unique index price_watch_running on price_watch (area_code, goods_id) where ended_at is null;
create index price_watch_listed on price_watch (raised_at desc, id desc);

-- The talk, by rumour, and what officers did about it.
create table price_watch_step (
  id            uuid primary key,
  watch_id      uuid not null references price_watch (id),
  verb          text not null check (verb in ('TALK', 'PROLONG', 'END')),
  at            timestamptz not null,
  officer_name  text not null,
  rumour_id     uuid,
  said          text not null check (length(said) between 1 and 600)
);
create index price_watch_step_watch on price_watch_step (watch_id, at);
revoke update, delete, truncate on price_watch_step from ${appRole};
