-- Open work that passed from one officer to another, record by record, for ever.
create table hand_over (
  id         uuid primary key,
  from_id    uuid not null references officer (id),
  from_name  text not null,
  to_id      uuid not null references officer (id),
  to_name    text not null,
  department_id uuid not null references department (id),
  reason     text not null check (length(reason) between 1 and 200),
  by_id      uuid not null references officer (id),
  by_name    text not null,
  at         timestamptz not null
);
create index hand_over_department on hand_over (department_id, at desc, id desc);

create table hand_over_line (
  hand_over_id  uuid not null references hand_over (id),
  kind          text not null,
  record_id     uuid not null,
  number        text not null,
  title         text not null,
  primary key (hand_over_id, kind, record_id)
);
revoke update, delete, truncate on hand_over, hand_over_line from ${appRole};
