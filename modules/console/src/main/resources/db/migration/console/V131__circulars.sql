-- A notice to colleagues, as it was sent. Who it went to is frozen at that moment; reading it and
-- acknowledging it are facts of their own, and so are a reminder and the withdrawal.
create table circular (
  id               uuid primary key,
  title            text not null check (length(title) between 1 and 120),
  body             text not null check (length(body) between 1 and 10000),
  link             text not null check (length(link) <= 320 and link ~ '^(/console/\S+)?$'),
  -- The first moment at which an acknowledgement is late; null: it need only be read.
  due_at           timestamptz,
  area_code        char(12) not null references area (code),
  departments      text[] not null,
  roles            text[] not null,
  writer_id        uuid not null references officer (id),
  writer_name      text not null,
  department_id    uuid not null references department (id),
  department_name  text not null,
  sent_at          timestamptz not null
);
create index circular_department on circular (department_id, sent_at desc, id desc);

create table circular_addressee (
  circular_id    uuid not null references circular (id),
  officer_id     uuid not null references officer (id),
  department_id  uuid not null references department (id),
  primary key (circular_id, officer_id)
);
create index circular_addressee_officer on circular_addressee (officer_id, circular_id);

create table circular_fact (
  circular_id  uuid not null,
  officer_id   uuid not null,
  fact         text not null check (fact in ('READ', 'ACKNOWLEDGED')),
  at           timestamptz not null,
  primary key (circular_id, officer_id, fact),
  foreign key (circular_id, officer_id) references circular_addressee (circular_id, officer_id)
);

create table circular_step (
  id            uuid primary key,
  circular_id   uuid not null references circular (id),
  step          text not null check (step in ('REMINDED', 'WITHDRAWN')),
  officer_name  text not null,
  reason        text not null,
  at            timestamptz not null
);
create index circular_step_circular on circular_step (circular_id, at);
create unique index circular_step_withdrawn on circular_step (circular_id) where step = 'WITHDRAWN';
revoke update, delete, truncate on circular, circular_addressee, circular_fact, circular_step from ${appRole};

insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000905', 'NOTICE_WRITER', '通知发布', 'Notice writer', true);
insert into role_right (role_id, right_key)
select id, 'circular.send' from role where code in ('NOTICE_WRITER', 'SYSTEM_ADMINISTRATOR', 'MARKET_HEAD');
