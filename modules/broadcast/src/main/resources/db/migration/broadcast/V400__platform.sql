-- Messages of the emergency broadcast (EBM) as they came from another platform. What each means here is the alert's.
create table ebm_in (
  message_id   char(35) primary key,
  alert_id     uuid not null references alert (id),
  -- The message that it updates or cancels; it may come later.
  related      char(35),
  -- The tar, byte by byte.
  raw          bytea not null,
  received_at  timestamptz not null
);
create index ebm_in_alert on ebm_in (alert_id);
create index ebm_in_related on ebm_in (related) where related is not null;

-- Messages that were given out: one that it is on the air, and one that it is over before its time.
create table ebm_out (
  message_id   char(35) primary key,
  schedule_id  uuid not null references schedule (id),
  cancels      boolean not null,
  raw          bytea not null,
  made_at      timestamptz not null,
  unique (schedule_id, cancels)
);
revoke update, delete, truncate on ebm_in, ebm_out from ${appRole};
