create table outbox_event (
  id          uuid primary key,
  topic       text not null,
  subject     text not null,
  payload     text not null,
  created_at  timestamptz not null
);

-- One row for each listener that is to hear of the event; the listener's effect and the mark DONE
-- are committed together, which is what makes the effect happen once.
create table outbox_delivery (
  event_id      uuid not null references outbox_event (id),
  listener      text not null,
  state         text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'DEAD', 'DROPPED')),
  attempts      int not null default 0,
  next_at       timestamptz not null,
  claimed_by    uuid,
  heartbeat_at  timestamptz,
  done_at       timestamptz,
  last_error    text,
  primary key (event_id, listener)
);
create index outbox_due on outbox_delivery (next_at) where state = 'WAITING';
create index outbox_running on outbox_delivery (heartbeat_at) where state = 'RUNNING';
create index outbox_dead on outbox_delivery (event_id) where state = 'DEAD';
