-- The tree of areas. path holds the codes from the root down, each followed by '/':
-- a subtree is a prefix of it, whatever the codes look like.
create table area (
  code    char(12) primary key check (code ~ '^[0-9]{12}$'),
  parent  char(12) references area (code),
  level   text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  name    text not null,
  pinyin  text not null default '',
  path    text not null unique
);
create index area_parent on area (parent);
create index area_path on area (path text_pattern_ops);

create table department (
  id         uuid primary key,
  version    bigint not null,
  code       text not null unique,
  name       text not null,
  name_en    text not null default '',
  area_code  char(12) not null references area (code),
  active     boolean not null default true
);
create index department_area on department (area_code);

-- An officer is a function of the administration, not a person's file: name, desk, sign-in.
create table officer (
  id               uuid primary key,
  version          bigint not null,
  username         text not null unique check (username = lower(username)),
  name             text not null,
  department_id    uuid not null references department (id),
  area_code        char(12) not null references area (code),
  password         text,
  must_change      boolean not null default false,
  totp_secret      bytea,
  totp_last_step   bigint not null default 0,
  failures         int not null default 0,
  last_failure_at  timestamptz,
  locked_until     timestamptz,
  active           boolean not null default true,
  language         text not null default 'zh' check (language in ('zh', 'en')),
  created_at       timestamptz not null
);
create index officer_department on officer (department_id);

create table role (
  id       uuid primary key,
  code     text not null unique,
  name     text not null,
  name_en  text not null,
  builtin  boolean not null default false
);

create table role_right (
  role_id     uuid not null references role (id) on delete cascade,
  right_key   text not null,
  primary key (role_id, right_key)
);

-- A role held within a subtree of areas and, if department_id is set, on one department's matters.
create table officer_role (
  officer_id     uuid not null references officer (id),
  role_id        uuid not null references role (id),
  area_code      char(12) not null references area (code),
  primary key (officer_id, role_id, area_code)
);

create table officer_session (
  id            uuid primary key,
  token_hash    bytea not null unique,
  officer_id    uuid not null references officer (id),
  created_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  ended_at      timestamptz,
  address       text not null,
  agent         text not null
);
create index officer_session_officer on officer_session (officer_id) where ended_at is null;

create table sign_in_link (
  token_hash  bytea primary key,
  officer_id  uuid references officer (id),
  purpose     text not null check (purpose in ('FIRST_RUN', 'INVITATION')),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

create table api_token (
  id           uuid primary key,
  officer_id   uuid not null references officer (id),
  name         text not null,
  token_hash   bytea not null unique,
  rights       text[] not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_officer on api_token (officer_id);

create table throttle (
  key         text primary key,
  tokens      double precision not null,
  updated_at  timestamptz not null
);

create table numbering (
  kind   text not null,
  year   int not null,
  last   bigint not null,
  primary key (kind, year)
);

create table installation (
  key    text primary key,
  value  text not null
);
