-- Which department gets which lead: lists of rules as they were in force, one after the other.
create table routing_list (
  id           uuid primary key,
  -- Whose: of this area and all below it that has no list of its own.
  area_code    char(12) not null references area (code),
  no           int not null,
  state        text not null check (state in ('DRAFT', 'LIVE', 'PAST')),
  made_name    text not null,
  made_at      timestamptz not null,
  -- Of the last dry run since it was changed; null before one.
  tried_at     timestamptz,
  tried_leads  int,
  tried_moved  int,
  live_name    text not null default '',
  live_at      timestamptz,
  unique (area_code, no)
);
create unique index routing_list_draft on routing_list (area_code) where state = 'DRAFT';
create unique index routing_list_live on routing_list (area_code) where state = 'LIVE';

-- The first rule that fits decides; what is empty fits all.
create table routing_rule (
  list_id        uuid not null references routing_list (id) on delete cascade,
  place          int not null,
  area_code      char(12) references area (code),
  channel        text not null,
  goods          text not null check (length(goods) <= 200),
  words          text not null check (length(words) <= 200),
  department_id  uuid not null references department (id),
  primary key (list_id, place)
);

-- Where a lead goes back to, and by which rule it was routed; null if by hand.
alter table complaint add column home_id uuid references department (id);
update complaint set home_id = department_id;
alter table complaint add column routed_list uuid references routing_list (id);
alter table complaint add column routed_place int;
-- Who sent it back last: not proposed again.
alter table complaint add column returned_by uuid references department (id);
