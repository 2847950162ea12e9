-- A reminder letter from a price alert; once served, its operator is admonished.
create table price_reminder (
  alert_id      uuid primary key references price_alert (id),
  number        text not null unique,
  operator_id   uuid not null references operator (id),
  demand        text not null check (length(demand) between 1 and 1000),
  department    text not null,
  officer_name  text not null,
  written_on    date not null,
  served_on     date check (served_on >= written_on),
  receiver      text not null default '' check (length(receiver) <= 60),
  served_name   text not null default '',
  check ((served_on is null) = (receiver = ''))
);
create index price_reminder_operator on price_reminder (operator_id, served_on);
