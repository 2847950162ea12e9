-- A published decision told as a typical case, without whom it was.
create table typical_case (
  case_id         uuid primary key references case_publication (case_id),
  title           text not null check (length(title) between 1 and 40),
  body            text not null check (length(body) between 1 and 1500),
  -- SHA-256 of title and body, as it was reviewed.
  hash            char(64) not null,
  officer_id      uuid not null,
  officer_name    text not null,
  made_at         timestamptz not null,
  published_at    timestamptz,
  published_name  text not null default '',
  ended_at        timestamptz,
  ended_why       text not null default '' check (length(ended_why) <= 500)
);
create index typical_case_shown on typical_case (published_at desc)
  where published_at is not null and ended_at is null;

-- A price alert that was told to the watch on rumours. Insert-only.
create table price_alert_shortage (
  alert_id      uuid primary key references price_alert (id),
  text          text not null check (length(text) between 1 and 500),
  officer_name  text not null,
  at            timestamptz not null
);
revoke update, delete, truncate on price_alert_shortage from ${appRole};
