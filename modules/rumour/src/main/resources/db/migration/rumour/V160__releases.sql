-- One version on its way to one channel.
create table release (
  id                  uuid primary key,
  version             bigint not null,
  rebuttal_id         uuid not null references rebuttal (id),
  area_code           char(12) not null references area (code),
  number              text not null,
  ordinal             int not null check (ordinal > 0),
  -- Of what was approved: nothing else may go out.
  hash                char(64) not null,
  channel             text not null check (channel in ('WEB', 'FEED', 'CLAIM_REVIEW', 'WECHAT', 'WEIBO', 'LOUDSPEAKER',
    'POSTER', 'PRESS')),
  state               text not null check (state in ('QUEUED', 'SENT', 'CONFIRMED', 'CORRECTION_DUE', 'CORRECTED',
    'TAKEN_DOWN', 'FAILED', 'CANCELLED')),
  -- A plan: not before, and when the server is to look at it next.
  due_at              timestamptz not null,
  next_at             timestamptz,
  attempts            int not null default 0,
  reason              text not null default '',
  withdrawal          boolean not null default false,
  ordered_by          uuid not null references officer (id),
  orderer_name        text not null,
  department_id       uuid not null references department (id),
  department_name     text not null,
  -- The receipt: where it was seen, when it appeared there, a picture of it.
  url                 text,
  appeared_at         timestamptz,
  note                text,
  file_id             uuid references stored_file (id),
  sha256              char(64),
  operator            text not null default '',
  -- The receipt of the correction, or of its being gone.
  closing_url         text,
  closing_appeared_at timestamptz,
  closing_note        text,
  closing_file_id     uuid references stored_file (id),
  closing_sha256      char(64),
  -- Clocks: each written once.
  ordered_at          timestamptz not null,
  sent_at             timestamptz,
  confirmed_at        timestamptz,
  correction_due_at   timestamptz,
  closed_at           timestamptz,
  check (state <> 'SENT' or sent_at is not null),
  check ((confirmed_at is null) = (appeared_at is null)),
  check (confirmed_at is null or coalesce(url, '') <> '' or coalesce(note, '') <> '' or file_id is not null),
  check (state <> 'CONFIRMED' or confirmed_at is not null),
  check (state <> 'CORRECTION_DUE' or correction_due_at is not null),
  check ((state in ('CORRECTED', 'TAKEN_DOWN')) = (closed_at is not null)),
  check ((closed_at is null) = (closing_appeared_at is null))
);
create unique index release_once on release (rebuttal_id, ordinal, channel) where state <> 'CANCELLED';
create index release_rebuttal on release (rebuttal_id, ordinal, id);
create index release_next on release (next_at) where next_at is not null;
create index release_due on release (correction_due_at, id) where state = 'CORRECTION_DUE';
create index release_open on release (state, area_code) where state in ('QUEUED', 'SENT', 'FAILED', 'CORRECTION_DUE');

create function release_keeps_clocks() returns trigger language plpgsql as $$
begin
  if new.ordered_at is distinct from old.ordered_at
    or new.hash is distinct from old.hash
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.appeared_at is not null and new.appeared_at is distinct from old.appeared_at)
    or (old.correction_due_at is not null and new.correction_due_at is distinct from old.correction_due_at)
    or (old.closed_at is not null and new.closed_at is distinct from old.closed_at) then
    raise exception 'a clock of release % was written already', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger release_clocks before update on release for each row execute function release_keeps_clocks();

-- Every transition: who, of which department, when, why.
create table release_step (
  id               uuid primary key,
  release_id       uuid not null references release (id),
  verb             text not null,
  state            text not null,
  at               timestamptz not null,
  officer_id       uuid references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index release_step_release on release_step (release_id, at, id);
revoke update, delete, truncate on release_step from ${appRole};

-- What was public before there were releases stands on the page: the server looks and confirms it.
insert into release (id, version, rebuttal_id, area_code, number, ordinal, hash, channel, state, due_at, next_at,
  ordered_by, orderer_name, department_id, department_name, ordered_at, sent_at)
select gen_random_uuid(), 1, r.id, r.area_code, r.number, v.ordinal, v.content_hash, c.channel, 'SENT', s.at, s.at,
  s.officer_id, s.officer_name, o.department_id, s.department_name, s.at, s.at
from rebuttal r
join rebuttal_version v on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
join lateral (select * from rebuttal_step s where s.rebuttal_id = r.id and s.ordinal = v.ordinal
  and s.verb in ('PUBLISHED', 'CORRECTED') order by s.at desc limit 1) s on true
join officer o on o.id = s.officer_id
cross join (values ('WEB'), ('CLAIM_REVIEW')) c (channel)
where r.origin is null and r.withdrawn_at is null;
