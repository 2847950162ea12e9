-- What a QR code on paper stands for, and how often it was asked for on a day. Nothing of who asked.
create table scan_code (
  code       text primary key check (code ~ '^[a-z2-9]{10}$'),
  batch_id   uuid not null references print_run (id),
  area_code  char(12) not null references area (code),
  made_at    timestamptz not null,
  unique (batch_id, area_code)
);

create table scan_day (
  code   text not null references scan_code (code),
  day    date not null,
  count  bigint not null check (count > 0),
  primary key (code, day)
);
