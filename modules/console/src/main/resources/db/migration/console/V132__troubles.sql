-- What officers report that does not work, with where they were. What was said about it is insert-only.
create table trouble (
  id             uuid primary key,
  said           text not null check (length(said) between 1 and 2000),
  -- The page's address without what was typed into it, as it was reported.
  page           text not null check (length(page) <= 500),
  language       text not null check (language in ('zh', 'en')),
  theme          text not null check (theme in ('auto', 'light', 'dark')),
  -- Of the window, in pixels; null if the browser did not tell.
  width          int check (width between 100 and 20000),
  -- Id of the incident that the error page named; empty if there was none.
  incident       text not null check (incident ~ '^([0-9A-F]{8})?$'),
  officer_id     uuid not null references officer (id),
  officer_name   text not null,
  department_name text not null,
  area_code      char(12) not null references area (code),
  reported_at    timestamptz not null,
  state          text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED'))
);
create index trouble_state on trouble (state, reported_at desc, id desc);
create index trouble_officer on trouble (officer_id, reported_at desc, id desc);

create table trouble_step (
  id            uuid primary key,
  trouble_id    uuid not null references trouble (id),
  step          text not null check (step in ('ANSWERED', 'CLOSED', 'SEEN')),
  officer_name  text not null,
  said          text not null check (length(said) <= 2000),
  at            timestamptz not null
);
create index trouble_step_trouble on trouble_step (trouble_id, at);
revoke update, delete, truncate on trouble_step from ${appRole};
revoke delete, truncate on trouble from ${appRole};
