-- How a picture looks, in 64 bits; by the hash of its file. Followed by each node in the order of seq.
create table fingerprint (
  seq     bigint generated always as identity primary key,
  sha256  char(64) not null unique,
  bits    bigint not null,
  at      timestamptz not null
);
