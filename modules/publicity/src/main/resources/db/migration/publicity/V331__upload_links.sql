-- An address at which somebody outside may leave files for an officer. Only the token's hash is kept.
create table upload_link (
  id             uuid primary key,
  officer_id     uuid not null references officer (id),
  officer_name   text not null,
  area_code      char(12) not null references area (code),
  -- For whom and what it is; its makers and who opens it read it.
  note           text not null check (length(note) between 1 and 200),
  token_hash     bytea not null unique,
  -- PBKDF2; empty for none.
  password_hash  text not null default '',
  made_at        timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  last_used_at   timestamptz,
  -- What may be left and what was begun, all together.
  most_files     int not null check (most_files between 1 and 10000),
  most_bytes     bigint not null check (most_bytes between 1 and 1099511627776),
  files          int not null default 0,
  bytes          bigint not null default 0,
  constraint upload_link_holds check (files between 0 and most_files and bytes between 0 and most_bytes)
);
create index upload_link_made on upload_link (officer_id, made_at desc, id desc);

alter table upload add link_id uuid references upload_link (id);
create index upload_link_left on upload (link_id) where link_id is not null;
