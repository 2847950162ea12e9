-- Series of document numbers: one row for each word and year.
create table document_series (
  word  text not null,
  year  int not null,
  last  bigint not null,
  primary key (word, year)
);

-- Who does business. A natural person has no code here: their papers stand in the case only.
create table operator (
  id           uuid primary key,
  area_code    char(12) not null references area (code),
  name         text not null check (length(name) between 1 and 120),
  credit_code  char(18) unique,
  person       boolean not null,
  premises     text not null check (length(premises) between 1 and 200),
  licence      text not null default '' check (length(licence) <= 120),
  made_at      timestamptz not null
);
create index operator_area on operator (area_code, name);

create table market_case (
  id               uuid primary key,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  operator_id      uuid not null references operator (id),
  -- Number of what it came from, such as a lead; empty if it has none.
  source           text not null default '' check (length(source) <= 60),
  matter           text not null,
  title            text not null check (length(title) between 1 and 120),
  facts            text not null default '' check (length(facts) <= 4000),
  simple           boolean not null,
  grave            boolean not null,
  admonished_on    date,
  state            text not null,
  -- Grows with each step: who comes second learns it.
  version          bigint not null,
  outcome          text,
  warning          boolean not null default false,
  fine             bigint not null default 0 check (fine between 0 and 1000000000000),
  confiscated      bigint not null default 0 check (confiscated between 0 and 1000000000000),
  refund           bigint not null default 0 check (refund between 0 and 1000000000000),
  basis            text not null default '' check (length(basis) <= 1000),
  reviewed         boolean not null default false,
  legally          boolean not null default false,
  hearing          boolean not null default false,
  defence          text not null default '' check (length(defence) <= 4000),
  filed_at         timestamptz not null,
  filed_name       text not null,
  decided_on       date,
  decision_number  text not null default '',
  served_on        date,
  demanded_on      date,
  closed_on        date
);
create index market_case_listed on market_case (filed_at desc, id desc);
create index market_case_state on market_case (state, filed_at desc, id desc);
create index market_case_operator on market_case (operator_id);
create unique index market_case_source on market_case (source) where source <> '';

create table case_officer (
  case_id       uuid not null references market_case (id),
  officer_id    uuid not null,
  officer_name  text not null,
  primary key (case_id, officer_id)
);

-- What happened, for ever.
create table case_event (
  id            uuid primary key,
  case_id       uuid not null references market_case (id),
  at            timestamptz not null,
  action        text not null,
  state         text not null,
  officer_name  text not null,
  note          text not null default ''
);
create index case_event_case on case_event (case_id, at, id);

create table case_evidence (
  id            uuid primary key,
  case_id       uuid not null references market_case (id),
  place         int not null,
  kind          text not null check (kind in ('DOCUMENT', 'OBJECT', 'RECORDING', 'DATA', 'WITNESS',
                  'PARTY', 'EXPERT', 'RECORD')),
  title         text not null check (length(title) between 1 and 120),
  origin        text not null check (length(origin) between 1 and 200),
  file_id       uuid references stored_file (id),
  sha256        char(64),
  taken_at      timestamptz not null,
  officer_name  text not null,
  unique (case_id, place)
);

-- Who had it in hand since, for ever.
create table evidence_custody (
  id            uuid primary key,
  evidence_id   uuid not null references case_evidence (id),
  at            timestamptz not null,
  holder        text not null check (length(holder) between 1 and 120),
  officer_name  text not null
);
create index evidence_custody_evidence on evidence_custody (evidence_id, at, id);

create table case_payment (
  id            uuid primary key,
  case_id       uuid not null references market_case (id),
  kind          text not null check (kind in ('FINE', 'CONFISCATED')),
  amount        bigint not null check (amount between 1 and 1000000000000),
  paid_on       date not null,
  receipt       text not null check (length(receipt) between 1 and 60),
  officer_name  text not null,
  at            timestamptz not null
);
create index case_payment_case on case_payment (case_id, paid_on, id);
revoke update, delete, truncate on case_event, case_evidence, evidence_custody, case_payment from ${appRole};
