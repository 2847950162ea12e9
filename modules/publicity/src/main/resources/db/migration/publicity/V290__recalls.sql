-- What was recalled, why, and how much of it. Insert-only.
create table material_recall (
  id               uuid primary key,
  area_code        char(12) not null references area (code),
  material_id      uuid not null references material (id),
  -- Null: all versions.
  version_id       uuid references material_version (id),
  reason           text not null check (length(reason) between 1 and 1000),
  cause            text not null check (cause in ('OFFICER', 'REBUTTAL')),
  officer_name     text not null,
  department_name  text not null,
  recalled_at      timestamptz not null
);
create index material_recall_listed on material_recall (recalled_at desc, id desc);
create index material_recall_material on material_recall (material_id);

-- Whoever has something of it, and what they answered. One answer, written once.
create table recall_task (
  id             uuid primary key,
  recall_id      uuid not null references material_recall (id),
  version_id     uuid not null references material_version (id),
  kind           text not null check (kind in ('STOCK', 'TRANSIT', 'DOWNLOAD', 'SHARE', 'REBUTTAL', 'SCHEDULE')),
  area_code      char(12) not null references area (code),
  -- Whose it is to answer; null: the storekeeper's of the area.
  officer_id     uuid,
  holder         text not null,
  -- Number of the batch, the rebuttal or the schedule.
  subject        text not null default '',
  quantity       bigint not null default 0 check (quantity >= 0),
  told_at        timestamptz not null,
  answered_at    timestamptz,
  destroyed      bigint not null default 0 check (destroyed >= 0),
  returned       bigint not null default 0 check (returned >= 0),
  check (destroyed + returned <= quantity),
  note           text not null default '' check (length(note) <= 200),
  answered_name  text not null default ''
);
create index recall_task_recall on recall_task (recall_id, kind);
create index recall_task_open on recall_task (area_code) where answered_at is null;
create index recall_task_officer on recall_task (officer_id) where answered_at is null and officer_id is not null;
-- Told twice, a schedule is off the air once.
create unique index recall_task_schedule on recall_task (version_id, subject) where kind = 'SCHEDULE';

-- Rebuttals that the rumour department has told of, as they are now.
create table cited_rebuttal (
  number     text primary key,
  area_code  char(12) not null references area (code),
  ordinal    int not null,
  hash       char(64) not null,
  withdrawn  boolean not null,
  heard_at   timestamptz not null
);

-- A version whose rebuttal was corrected: it still says the old thing.
create table correction_due (
  version_id  uuid primary key references material_version (id),
  rebuttal    text not null,
  since       timestamptz not null
);
