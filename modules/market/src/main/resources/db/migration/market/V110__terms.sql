-- A statutory term of a record. What the law counts by is the truth; the end is a projection of it.
create table term (
  id               uuid primary key,
  -- Grows with every change: a projection that was counted from an older one is not written.
  version          int not null default 1,
  record_kind      text not null check (record_kind in ('COMPLAINT', 'LEAD', 'INSPECTION', 'CASE')),
  record_id        uuid not null,
  number           text not null,
  -- Tells several terms of one rule and record apart, such as seizures; empty if there is one.
  subject          text not null default '',
  department_id    uuid not null references department (id),
  department_name  text not null,
  area_code        char(12) not null references area (code),
  rule             text not null,
  trigger_day      date not null,
  trigger_at       timestamptz,
  state            text not null default 'OPEN' check (state in ('OPEN', 'MET', 'LAPSED', 'CANCELLED')),
  begun_at         timestamptz not null,
  begun_name       text not null,
  -- The last moment of the term when it was met; null while it is open.
  ended_at         timestamptz,
  ended_name       text not null default '',
  check ((state = 'OPEN') = (ended_at is null)),
  -- The projection.
  law_version      text not null,
  due              date not null,
  -- The first moment at which it is over.
  ends_at          timestamptz not null,
  provisional      boolean not null,
  standing         boolean not null,
  extensions       int not null default 0,
  basis            text not null
);
create unique index term_one on term (record_id, rule, subject) where state = 'OPEN';
create index term_record on term (record_id, begun_at);
create index term_desk on term (department_id, ends_at, id) where state = 'OPEN';
create index term_open on term (ends_at, id) where state = 'OPEN';

-- What stopped it, let it go on or lengthened it. Insert-only.
create table term_event (
  no            bigint generated always as identity primary key,
  term_id       uuid not null references term (id),
  kind          text not null check (kind in ('EXTENDED', 'SUSPENDED', 'RESUMED')),
  day           date not null,
  at            timestamptz,
  amount        int not null default 0,
  rank          text check (rank in ('HEAD', 'COLLECTIVE')),
  cause         text,
  reason        text not null default '' check (length(reason) <= 500),
  officer_name  text not null,
  written_at    timestamptz not null
);
create index term_event_term on term_event (term_id, no);
revoke update, delete, truncate on term_event from ${appRole};

-- Every re-projection that moved an end, because the days or the law are others now. Insert-only.
create table term_shift (
  no               bigint generated always as identity primary key,
  term_id          uuid not null references term (id),
  at               timestamptz not null,
  reason           text not null check (reason in ('CALENDAR', 'LAW')),
  old_due          date not null,
  new_due          date not null,
  old_provisional  boolean not null,
  new_provisional  boolean not null,
  old_basis        text not null,
  new_basis        text not null
);
create index term_shift_term on term_shift (term_id, no);
revoke update, delete, truncate on term_shift from ${appRole};

-- Warnings given: each once, and once more after an extension.
create table term_warning (
  term_id     uuid not null references term (id),
  extensions  int not null,
  days        int not null check (days in (14, 7, 2, 0)),
  due         date not null,
  at          timestamptz not null,
  primary key (term_id, extensions, days)
);
revoke update, delete, truncate on term_warning from ${appRole};
