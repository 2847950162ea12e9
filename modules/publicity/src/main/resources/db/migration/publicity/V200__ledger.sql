-- A print run and where its copies are by their end. That no copy is made or lost by writing is the
-- table's own word: a statement that would break it fails.
create table print_run (
  id               uuid primary key,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  version_id       uuid not null references material_version (id),
  printer          text not null check (length(printer) between 1 and 100),
  -- In fen.
  cost             bigint not null check (cost between 0 and 100000000000),
  printed          bigint not null check (printed between 1 and 10000000),
  -- With what is on the way.
  stock            bigint not null check (stock >= 0),
  handed_out       bigint not null default 0 check (handed_out >= 0),
  destroyed        bigint not null default 0 check (destroyed >= 0),
  lost             bigint not null default 0 check (lost >= 0),
  constraint print_run_adds_up check (printed = stock + handed_out + destroyed + lost),
  printed_at       timestamptz not null
);
create index print_run_listed on print_run (printed_at desc, id desc);
create index print_run_version on print_run (version_id);

-- What the store of an area has of a batch, and what was lost there: no more can be found again.
create table holding (
  batch_id   uuid not null references print_run (id),
  area_code  char(12) not null references area (code),
  quantity   bigint not null check (quantity >= 0),
  lost       bigint not null default 0 check (lost >= 0),
  primary key (batch_id, area_code)
);
create index holding_area on holding (area_code) where quantity > 0;

-- Every movement, insert-only; the id is made by whoever tells it, so that telling it again changes
-- nothing.
create table movement (
  id               uuid primary key,
  batch_id         uuid not null references print_run (id),
  kind             text not null check (kind in ('SEND', 'RECEIVE', 'SETTLE_BACK', 'SETTLE_LOST', 'HAND_OUT',
                     'DESTROY', 'LOSE', 'FIND')),
  area_code        char(12) not null references area (code),
  to_area          char(12) references area (code),
  consignment_id   uuid,
  quantity         bigint not null check (quantity between 0 and 10000000),
  place            text not null default '' check (length(place) <= 100),
  reach            bigint check (reach between 0 and 100000000),
  basis            text not null default '' check (length(basis) <= 200),
  reason           text not null default '' check (length(reason) <= 200),
  -- SHA-256 of the command: the same id with another content is refused.
  hash             char(64) not null,
  at               timestamptz not null,
  officer_id       uuid not null,
  officer_name     text not null,
  department_name  text not null
);
create index movement_batch on movement (batch_id, at desc, id desc);

-- What was sent and what of it is neither received nor settled.
create table consignment (
  id           uuid primary key references movement (id),
  batch_id     uuid not null references print_run (id),
  from_area    char(12) not null references area (code),
  to_area      char(12) not null references area (code),
  sent         bigint not null check (sent > 0),
  received     bigint check (received between 0 and sent),
  -- On the way, or missing once it was received.
  open         bigint not null check (open between 0 and sent),
  sender_id    uuid not null,
  sent_at      timestamptz not null,
  received_at  timestamptz
);
create index consignment_batch on consignment (batch_id);
create index consignment_to on consignment (to_area) where open > 0;
create index consignment_from on consignment (from_area) where open > 0;
