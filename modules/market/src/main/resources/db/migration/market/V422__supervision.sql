-- A head watches over a record until somebody answers. What was answered stays.
create table supervision (
  id              uuid primary key,
  record_kind     text not null check (record_kind in ('COMPLAINT', 'LEAD', 'CASE')),
  record_id       uuid not null,
  number          text not null,
  area_code       char(12) not null references area (code),
  reason          text not null check (length(reason) between 1 and 500),
  answer_by       date not null,
  begun_name      text not null,
  begun_at        timestamptz not null,
  answer          text not null default '' check (length(answer) <= 2000),
  answered_name   text not null default '',
  answered_at     timestamptz
);
create unique index supervision_open on supervision (record_id) where answered_at is null;
create index supervision_record on supervision (record_id, begun_at desc);
create index supervision_waiting on supervision (answer_by) where answered_at is null;
