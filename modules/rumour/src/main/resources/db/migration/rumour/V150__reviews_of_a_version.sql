-- Three reviews, an emergency lane, what is revoked; advice, scope, dates and variants of the text.
alter table rebuttal drop constraint rebuttal_state_check;
alter table rebuttal_version drop constraint rebuttal_version_state_check;
update rebuttal set state = 'REVIEW_1' where state = 'IN_REVIEW';
update rebuttal_version set state = 'REVIEW_1' where state = 'IN_REVIEW';
alter table rebuttal add constraint rebuttal_state_check check (state in ('DRAFT', 'REVIEW_1', 'REVIEW_2', 'REVIEW_3',
  'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN', 'REVOKED'));
alter table rebuttal_version add constraint rebuttal_version_state_check check (state in ('DRAFT', 'REVIEW_1',
  'REVIEW_2', 'REVIEW_3', 'RETURNED', 'APPROVED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'REVOKED'));

alter table rebuttal_version
  add column advice         text not null default '' check (length(advice) <= 2000),
  add column scope_place    text not null default '' check (length(scope_place) <= 200),
  add column valid_from     date,
  add column valid_until    date,
  add column review_by      date,
  -- Variants as somebody wrote them; empty ones follow from the long text.
  add column short_text     text not null default '' check (length(short_text) <= 140),
  add column script         text not null default '' check (length(script) <= 2000),
  add column poster         text not null default '' check (length(poster) <= 40),
  add column emergency_why  text not null default '',
  -- Who decided since the last submission, blank between the ids; the decisions themselves are the review's.
  add column reviewers      text not null default '',
  -- Emergency lane: until when the last review is due, and when it was done.
  add column due_at         timestamptz,
  add column completed_at   timestamptz,
  add column objected_at    timestamptz,
  add column objector_name  text,
  add column objection      text,
  add check (valid_until >= valid_from),
  add check ((objected_at is null) = (objection is null));
update rebuttal_version set completed_at = approved_at, reviewers = coalesce(approved_by::text, '')
where approved_at is not null;

create index rebuttal_version_working on rebuttal_version (rebuttal_id)
  where state in ('REVIEW_1', 'REVIEW_2', 'REVIEW_3', 'RETURNED', 'APPROVED');
create index rebuttal_version_due on rebuttal_version (due_at)
  where state = 'PUBLISHED' and due_at is not null and completed_at is null;
create index rebuttal_version_review_by on rebuttal_version (review_by)
  where state = 'PUBLISHED' and review_by is not null;

-- What each reviewer has read: the next look shows what changed since.
create table version_look (
  rebuttal_id  uuid not null references rebuttal (id),
  officer_id   uuid not null references officer (id),
  hash         char(64) not null,
  ordinal      int not null,
  content      text not null,
  at           timestamptz not null,
  primary key (rebuttal_id, officer_id, hash)
);
insert into version_look (rebuttal_id, officer_id, hash, ordinal, content, at)
select v.rebuttal_id, s.officer_id, encode(sha256(convert_to(v.looked, 'UTF8')), 'hex'), v.ordinal, v.looked, s.at
from rebuttal_version v join lateral (select officer_id, at from rebuttal_step s
  where s.rebuttal_id = v.rebuttal_id and s.ordinal = v.ordinal and s.verb = 'RETURNED' and s.officer_id is not null
  order by s.at desc limit 1) s on true
where v.looked is not null;
alter table rebuttal_version drop column looked;

-- A word on a passage: it stands on the words it quotes, wherever an edit moves them.
create table version_comment (
  id               uuid primary key,
  rebuttal_id      uuid not null references rebuttal (id),
  ordinal          int not null,
  field            text not null check (field in ('CLAIM', 'FACT', 'EXPLANATION', 'ADVICE', 'SOURCES', 'SHORT', 'SCRIPT',
    'POSTER')),
  quote            text not null default '' check (length(quote) <= 500),
  occurrence       int not null check (occurrence > 0),
  text             text not null check (length(text) between 1 and 2000),
  at               timestamptz not null,
  officer_id       uuid not null references officer (id),
  officer_name     text not null,
  department_name  text not null,
  resolved_at      timestamptz,
  resolved_by      uuid references officer (id),
  resolver_name    text,
  check ((resolved_at is null) = (resolved_by is null))
);
create index version_comment_version on version_comment (rebuttal_id, ordinal, at, id);

-- What somebody is typing, for their own eyes, until it is saved or 30 days old.
create table draft_buffer (
  officer_id  uuid not null references officer (id),
  subject     text not null check (length(subject) between 1 and 100),
  body        text not null check (length(body) <= 200000),
  saved_at    timestamptz not null,
  primary key (officer_id, subject)
);
create index draft_buffer_old on draft_buffer (saved_at);

-- What is no longer public is no longer found.
create or replace function rumour_changed() returns trigger language plpgsql as $$
begin
  if new.public_ordinal is not null or (tg_op = 'UPDATE' and old.public_ordinal is not null) then
    insert into rumour_change (rebuttal_id, changed) values (new.id, pg_current_xact_id())
    on conflict (rebuttal_id) do update set changed = excluded.changed, embedded = false;
  end if;
  return null;
end
$$;
