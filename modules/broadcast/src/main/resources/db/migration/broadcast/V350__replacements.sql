-- A schedule that is to take over plays of another one that is on the air: said when it is drafted, and never changed.
create table schedule_replacement (
  successor_id  uuid primary key references schedule (id),
  original_id   uuid not null references schedule (id),
  -- Of the original when this was drafted: whatever changed since voids it.
  version       bigint not null,
  scope         text not null check (scope in ('THIS', 'FOLLOWING', 'ALL')),
  -- The one play, or the first one, that is no longer to be the original's; with ALL the approval tells.
  start         timestamptz,
  check ((scope = 'ALL') = (start is null))
);
create index schedule_replacement_original on schedule_replacement (original_id);
revoke update, delete, truncate on schedule_replacement from ${appRole};

-- What was handed over by the approval of the successor: one play, or all from one on. A fact, written once.
create table schedule_cut (
  successor_id  uuid primary key references schedule_replacement (successor_id),
  original_id   uuid not null references schedule (id),
  single        boolean not null,
  start         timestamptz not null,
  -- From when on the successor plays: on the day of the change-over its counterpart of that play, earlier or later.
  since         timestamptz not null,
  at            timestamptz not null check (at <= start)
);
create index schedule_cut_original on schedule_cut (original_id, start);
revoke update, delete, truncate on schedule_cut from ${appRole};
