-- Who is inspected by the draw: an operator's goods and how closely it is watched.
create table operator_supervision (
  operator_id   uuid primary key references operator (id),
  goods_group   text not null check (goods_group in ('MASKS', 'FOOD', 'MEDICINE', 'PRICE', 'WILDLIFE')),
  risk          text not null check (risk in ('HIGH', 'MEDIUM', 'LOW')),
  changed_at    timestamptz not null,
  officer_name  text not null
);

-- An officer who has to do with an operator does not go there.
create table officer_conflict (
  operator_id  uuid not null references operator (id),
  officer_id   uuid not null references officer (id),
  reason       text not null check (length(reason) between 1 and 200),
  told_at      timestamptz not null,
  told_name    text not null,
  primary key (operator_id, officer_id)
);

-- A checklist as it was from its day on. Insert-only: an inspection keeps the one it was made with.
create table checklist (
  id            uuid primary key,
  goods_group   text not null,
  version       int not null check (version > 0),
  made_at       timestamptz not null,
  officer_name  text not null,
  unique (goods_group, version)
);
create table checklist_item (
  checklist_id  uuid not null references checklist (id),
  place         int not null check (place between 1 and 60),
  text_zh       text not null check (length(text_zh) between 1 and 200),
  text_en       text not null check (length(text_en) between 1 and 300),
  -- The rule that it checks.
  rule_zh       text not null check (length(rule_zh) between 1 and 120),
  rule_en       text not null check (length(rule_en) between 1 and 200),
  primary key (checklist_id, place)
);

-- A draw: seed, list and algorithm give it again. Insert-only.
create table inspection_draw (
  id            uuid primary key,
  number        text not null unique,
  title         text not null check (length(title) between 1 and 120),
  area_code     char(12) not null references area (code),
  seed          bigint not null,
  algorithm     text not null,
  list          text not null,
  list_hash     char(64) not null,
  drawn_at      timestamptz not null,
  officer_name  text not null
);
create index inspection_draw_listed on inspection_draw (drawn_at desc, id desc);
create table inspection_draw_pick (
  draw_id      uuid not null references inspection_draw (id),
  place        int not null,
  operator_id  uuid not null references operator (id),
  first_id     uuid not null references officer (id),
  second_id    uuid not null references officer (id),
  primary key (draw_id, place)
);

create table inspection (
  id               uuid primary key,
  number           text not null unique,
  kind             text not null check (kind in ('TARGETED', 'DOUBLE_RANDOM', 'FOLLOW_UP')),
  draw_id          uuid references inspection_draw (id),
  -- The inspection that this one follows up.
  before_id        uuid references inspection (id),
  operator_id      uuid not null references operator (id),
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  checklist_id     uuid not null references checklist (id),
  title            text not null check (length(title) between 1 and 120),
  state            text not null,
  -- Grows with each step: who comes second learns it.
  version          bigint not null,
  planned_at       timestamptz not null,
  planned_name     text not null,
  -- Last day of what was ordered.
  due_on           date,
  ordered          text not null default '' check (length(ordered) <= 1000),
  ordered_on       date,
  order_number     text not null default '',
  lead_id          uuid references complaint (id),
  case_id          uuid references market_case (id),
  check ((kind = 'DOUBLE_RANDOM') = (draw_id is not null)),
  check ((kind = 'FOLLOW_UP') = (before_id is not null))
);
create index inspection_listed on inspection (planned_at desc, id desc);
create index inspection_state on inspection (state, planned_at desc, id desc);
create index inspection_operator on inspection (operator_id, planned_at desc);
create index inspection_draw_of on inspection (draw_id) where draw_id is not null;

-- Who was drawn or named; null until they are assigned by the head.
create table inspection_officer (
  inspection_id  uuid not null references inspection (id),
  officer_id     uuid not null references officer (id),
  officer_name   text not null,
  drawn          boolean not null,
  primary key (inspection_id, officer_id)
);
create index inspection_officer_mine on inspection_officer (officer_id);

create table inspection_event (
  id             uuid primary key,
  inspection_id  uuid not null references inspection (id),
  at             timestamptz not null,
  action         text not null,
  state          text not null,
  officer_name   text not null,
  note           text not null default ''
);
create index inspection_event_inspection on inspection_event (inspection_id, at, id);

-- A visit as a phone told it, under the id that it was given there. Insert-only.
create table inspection_visit (
  id             uuid primary key,
  inspection_id  uuid not null references inspection (id),
  place          int not null,
  officer_id     uuid not null references officer (id),
  officer_name   text not null,
  arrived_at     timestamptz not null,
  left_at        timestamptz not null,
  told_at        timestamptz not null,
  -- The operator's person as they signed; empty if they did not.
  present        text not null check (length(present) <= 60),
  unsigned_why   text not null check (length(unsigned_why) <= 200),
  note           text not null check (length(note) <= 2000),
  hash           char(64) not null,
  unique (inspection_id, place)
);
create table inspection_answer (
  visit_id  uuid not null references inspection_visit (id),
  place     int not null,
  answer    text not null check (answer in ('YES', 'NO', 'NOT_APPLICABLE')),
  note      text not null check (length(note) <= 500),
  primary key (visit_id, place)
);
-- A picture that a visit says it took: its bytes may come later.
create table inspection_picture (
  id           uuid primary key,
  visit_id     uuid not null references inspection_visit (id),
  place        int not null,
  kind         text not null check (kind in ('PHOTO', 'PARTY', 'OFFICER')),
  -- As the phone counted it; null from one that cannot.
  sha256       char(64),
  taken_at     timestamptz not null,
  latitude     double precision check (latitude between -90 and 90),
  longitude    double precision check (longitude between -180 and 180),
  unique (visit_id, place)
);
create table inspection_picture_file (
  picture_id  uuid primary key references inspection_picture (id),
  file_id     uuid not null references stored_file (id),
  sha256      char(64) not null,
  at          timestamptz not null
);
-- The visit whose findings were ordered to be put right.
alter table inspection add column ordered_visit uuid references inspection_visit (id);
revoke update, delete, truncate on checklist, checklist_item, inspection_draw, inspection_draw_pick,
  inspection_event, inspection_visit, inspection_answer, inspection_picture, inspection_picture_file
  from ${appRole};
