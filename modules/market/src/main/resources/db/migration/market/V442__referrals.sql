-- A case that may be a crime, on its way to the police.
create table referral (
  id               uuid primary key,
  case_id          uuid not null references market_case (id),
  number           text not null unique,
  offence          text not null check (length(offence) between 1 and 200),
  ground           text not null check (length(ground) between 1 and 2000),
  state            text not null,
  version          bigint not null default 1,
  officer_name     text not null,
  made_at          timestamptz not null,
  sent_at          timestamptz,
  police_number    text not null default '' check (length(police_number) <= 60),
  ended_at         timestamptz
);
-- One at a time.
create unique index referral_open on referral (case_id) where ended_at is null;
create index referral_listed on referral (made_at desc, id desc);

-- What happened to it. Insert-only.
create table referral_step (
  no               bigint generated always as identity primary key,
  referral_id      uuid not null references referral (id),
  at               timestamptz not null,
  action           text not null,
  state            text not null,
  officer_name     text not null,
  department_name  text not null,
  note             text not null default ''
);
create index referral_step_referral on referral_step (referral_id, no);
revoke update, delete, truncate on referral_step from ${appRole};
