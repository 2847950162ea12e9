-- A consumer complaint or a tip-off. Who sent it stands apart, sealed.
create table complaint (
  id               uuid primary key,
  kind             text not null check (kind in ('COMPLAINT', 'TIPOFF')),
  number           text not null unique,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  channel          text not null check (channel in ('HALL', 'PHONE', 'LETTER', 'DEPARTMENT')),
  operator         text not null check (length(operator) between 1 and 100),
  place            text not null check (length(place) <= 200),
  goods            text not null check (length(goods) between 1 and 100),
  facts            text not null check (length(facts) between 1 and 4000),
  -- True if there is somebody to answer: an identity is kept.
  named            boolean not null,
  state            text not null,
  ground           text not null default '',
  -- The lead that a merged one went into.
  merged_into      uuid references complaint (id),
  told_at          timestamptz,
  received_at      timestamptz not null
);
create index complaint_listed on complaint (received_at desc, id desc);
create index complaint_department on complaint (department_id, received_at desc, id desc);
create index complaint_operator on complaint (operator, received_at);

-- Sealed; never joined by a list, an export or a search.
create table complaint_identity (
  complaint_id  uuid primary key references complaint (id),
  sealed        bytea not null
);

-- The two halves of one letter: for whoever opens the seal, since the one names the other.
create table complaint_letter (
  complaint_id  uuid primary key references complaint (id),
  tipoff_id     uuid not null unique references complaint (id)
);

-- What happened to it. Insert-only.
create table complaint_step (
  no               bigint generated always as identity primary key,
  complaint_id     uuid not null references complaint (id),
  action           text not null,
  state            text not null,
  reason           text not null default '' check (length(reason) <= 500),
  officer_name     text not null,
  department_name  text not null,
  at               timestamptz not null
);
create index complaint_step_complaint on complaint_step (complaint_id, no);
revoke update, delete, truncate on complaint_step from ${appRole};
