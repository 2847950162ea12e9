-- What officers say to each other about a record, named by its kind and id. Nothing is written over:
-- taking a message back, and having seen that one was mentioned, are facts of their own.
create table talk_message (
  id               uuid primary key,
  kind             text not null check (kind ~ '^[a-z-]{1,20}$'),
  subject_id       uuid not null,
  text             text not null check (length(text) between 1 and 2000),
  officer_id       uuid not null references officer (id),
  officer_name     text not null,
  department_name  text not null,
  said_at          timestamptz not null
);
create index talk_message_subject on talk_message (kind, subject_id, said_at, id);

create table talk_withdrawal (
  message_id    uuid primary key references talk_message (id),
  withdrawn_at  timestamptz not null
);

create table talk_mention (
  message_id  uuid not null references talk_message (id),
  officer_id  uuid not null references officer (id),
  username    text not null,
  name        text not null,
  primary key (message_id, officer_id)
);
create index talk_mention_officer on talk_mention (officer_id, message_id);

create table talk_seen (
  message_id  uuid not null,
  officer_id  uuid not null,
  seen_at     timestamptz not null,
  primary key (message_id, officer_id),
  foreign key (message_id, officer_id) references talk_mention (message_id, officer_id)
);
revoke update, delete, truncate on talk_message, talk_withdrawal, talk_mention, talk_seen from ${appRole};
