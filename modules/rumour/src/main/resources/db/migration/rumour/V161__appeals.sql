-- A named party objects to an answer.
create table appeal (
  id                    uuid primary key,
  version               bigint not null,
  area_code             char(12) not null references area (code),
  number                text not null unique,
  rebuttal_id           uuid not null references rebuttal (id),
  ordinal               int not null check (ordinal > 0),
  is_person             boolean not null,
  party                 text not null check (length(party) between 1 and 200),
  objection             text not null check (length(objection) between 1 and 5000),
  state                 text not null check (state in ('RECEIVED', 'REVIEWING', 'HEARD', 'ANSWERED')),
  -- Counted in working days when it came; a later change of the calendar moves no term.
  acknowledge_by        date not null,
  answer_by             date not null check (answer_by >= acknowledge_by),
  provisional           boolean not null,
  reviewer_id           uuid references officer (id),
  reviewer_name         text,
  opinion_organisation  text,
  opinion               text,
  opinion_dated         date,
  outcome               text check (outcome in ('UPHELD', 'CORRECTED', 'WITHDRAWN')),
  reason                text,
  answer                text,
  -- Clocks: each written once.
  received_at           timestamptz not null,
  acknowledged_at       timestamptz,
  reviewing_at          timestamptz,
  heard_at              timestamptz,
  answered_at           timestamptz,
  check ((state = 'RECEIVED') = (reviewing_at is null)),
  check ((reviewer_id is null) = (reviewing_at is null)),
  check ((heard_at is null) = (opinion is null)),
  check ((state = 'ANSWERED') = (answered_at is not null)),
  check ((answered_at is null) = (outcome is null)),
  check (outcome <> 'UPHELD' or heard_at is not null)
);
create index appeal_list on appeal (received_at desc, id desc);
create index appeal_rebuttal on appeal (rebuttal_id);
create index appeal_open on appeal (answer_by, area_code) where answered_at is null;
create index appeal_answered on appeal (answered_at) where answered_at is not null;

create function appeal_keeps_clocks() returns trigger language plpgsql as $$
begin
  if new.received_at is distinct from old.received_at
    or new.acknowledge_by is distinct from old.acknowledge_by
    or new.answer_by is distinct from old.answer_by
    or (old.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at)
    or (old.reviewing_at is not null and new.reviewing_at is distinct from old.reviewing_at)
    or (old.heard_at is not null and new.heard_at is distinct from old.heard_at)
    or (old.answered_at is not null and new.answered_at is distinct from old.answered_at) then
    raise exception 'a clock of appeal % was written already', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger appeal_clocks before update on appeal for each row execute function appeal_keeps_clocks();

-- How the party is reached: sealed, shown masked, kept only to answer it, and gone a year after the answer.
create table appeal_contact (
  appeal_id  uuid primary key references appeal (id),
  sealed     bytea not null,
  masked     text not null
);

create table appeal_step (
  id               uuid primary key,
  appeal_id        uuid not null references appeal (id),
  verb             text not null,
  at               timestamptz not null,
  officer_id       uuid references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index appeal_step_appeal on appeal_step (appeal_id, at, id);
revoke update, delete, truncate on appeal_step from ${appRole};

insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000102', 'rumour.appeal');
