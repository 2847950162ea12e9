-- One review of one wording. subject_type and subject_id say whose; hash is what was read.
create table review (
  id            uuid primary key,
  version       bigint not null,
  area_code     char(12) not null references area (code),
  subject_type  text not null,
  subject_id    uuid not null,
  hash          text not null,
  lane          text not null check (lane in ('NORMAL', 'EMERGENCY')),
  steps         int not null check (steps between 1 and 3),
  state         text not null
    check (state in ('OPEN', 'APPROVED', 'RETURNED', 'VOID')),
  submitted_at  timestamptz not null,
  approved_at   timestamptz,
  due_at        timestamptz,
  authors       uuid[] not null
);
create unique index review_living on review (subject_type, subject_id)
  where state in ('OPEN', 'APPROVED');
create index review_subject on review (subject_type, subject_id, submitted_at);
create index review_due on review (due_at) where due_at is not null;

create table review_decision (
  review_id   uuid not null references review (id),
  position    int not null,
  reviewer    uuid not null,
  name        text not null,
  department  text not null,
  hash        text not null,
  verdict     text not null check (verdict in ('APPROVED', 'RETURNED')),
  reason      text not null,
  at          timestamptz not null,
  primary key (review_id, position),
  -- The database itself refuses the same person twice.
  unique (review_id, reviewer)
);
