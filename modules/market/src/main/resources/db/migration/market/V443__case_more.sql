alter table market_case add column ground text not null default '';
-- The last day of the refund that was ordered.
alter table market_case add column refund_by date;
alter table market_case add column heavier boolean not null default false;
-- Why a fine is below its range; empty if it is within.
alter table market_case add column lighter text not null default '';
-- The day on which the hearing was over.
alter table market_case add column heard_on date;

alter table case_payment drop constraint case_payment_kind_check;
alter table case_payment add constraint case_payment_kind_check
  check (kind in ('FINE', 'CONFISCATED', 'REFUND'));

-- A plan by which a fine is paid later or in parts; one that was refused may be followed by another.
create table case_plan (
  id            uuid primary key,
  case_id       uuid not null references market_case (id),
  reason        text not null check (length(reason) between 1 and 1000),
  state         text not null check (state in ('APPLIED', 'APPROVED', 'REFUSED')),
  applied_on    date not null,
  officer_name  text not null,
  decided_on    date,
  decided_name  text not null default '',
  note          text not null default ''
);
create unique index case_plan_one on case_plan (case_id) where state <> 'REFUSED';
create table case_instalment (
  plan_id  uuid not null references case_plan (id),
  place    int not null,
  due      date not null,
  amount   bigint not null check (amount between 1 and 1000000000000),
  primary key (plan_id, place)
);
revoke update, delete, truncate on case_instalment from ${appRole};

-- A reconsideration or a suit of the party.
create table case_remedy (
  id            uuid primary key,
  case_id       uuid not null references market_case (id),
  kind          text not null check (kind in ('RECONSIDERATION', 'SUIT')),
  body          text not null check (length(body) between 1 and 120),
  filed_on      date not null,
  officer_name  text not null,
  outcome       text check (outcome in ('KEPT', 'CHANGED', 'REVOKED', 'WITHDRAWN')),
  ended_on      date,
  note          text not null default '',
  check ((outcome is null) = (ended_on is null))
);
create index case_remedy_case on case_remedy (case_id, filed_on);
create unique index case_remedy_open on case_remedy (case_id) where outcome is null;
