-- Feeds of other authorities that are polled: when each was asked last, when it answered last. One that
-- has a failure, or no answer for three intervals, is silent.
create table alert_feed (
  url          text primary key,
  polled_at    timestamptz not null,
  answered_at  timestamptz,
  -- Why the last poll failed; empty if it did not.
  failure      text not null default '',
  failing_since timestamptz,
  check ((failure = '') = (failing_since is null))
);

-- What became of each entry, so that none is fetched twice: empty, or the code of the refusal.
create table alert_feed_entry (
  url      text not null references alert_feed (url),
  entry    text not null,
  updated  text not null,
  outcome  text not null default '',
  at       timestamptz not null,
  primary key (url, entry, updated)
);
create index alert_feed_entry_at on alert_feed_entry (at);
