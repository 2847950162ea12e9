-- A version shown to somebody outside by an address that nobody can guess. Only the token's hash is kept.
create table share_link (
  id             uuid primary key,
  version_id     uuid not null references material_version (id),
  officer_id     uuid not null references officer (id),
  officer_name   text not null,
  token_hash     bytea not null unique,
  -- PBKDF2; empty for none.
  password_hash  text not null default '',
  made_at        timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  last_used_at   timestamptz,
  uses           int not null default 0
);
create index share_link_version on share_link (version_id, made_at desc);
