-- What an officer noted on their own list of to-dos: put off until an instant, or seen. Forgotten by the retention.
create table todo_mark (
  officer_id  uuid not null references officer (id),
  mark        text not null check (length(mark) between 3 and 200),
  state       text not null check (state in ('PUT_OFF', 'SEEN')),
  until       timestamptz,
  -- The rows that one step noted are taken back together.
  step        uuid not null,
  noted_at    timestamptz not null,
  primary key (officer_id, mark),
  check ((state = 'PUT_OFF') = (until is not null))
);
create index todo_mark_step on todo_mark (step);
create index todo_mark_noted on todo_mark (noted_at);
