-- The rumour stands between the claims that report it and the rebuttal that answers it.
create table rumour (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  -- What goes round, in one line: a working title for officers, never a headline.
  title            text not null check (length(title) between 1 and 200),
  topic            text not null default '',
  state            text not null check (state in ('OPEN', 'VERIFYING', 'WAITING_INFO', 'VERDICT_PROPOSED',
    'VERDICT_CONFIRMED', 'REBUTTING', 'REBUTTED', 'RESURFACED', 'UNDER_REVIEW', 'ARCHIVED', 'MERGED', 'HANDED_OVER',
    'CLOSED_SILENT', 'ESCALATED')),
  harm             int not null default 2 check (harm between 1 and 3),
  spread           int not null default 2 check (spread between 1 and 3),
  urgency          int not null default 2 check (urgency between 1 and 3),
  owner_id         uuid references officer (id),
  owner_name       text,
  verdict          text check (verdict in ('FALSE', 'PARTLY_FALSE', 'OUT_OF_CONTEXT', 'OLD_NEWS', 'TRUE', 'UNPROVEN')),
  verdict_reason   text not null default '',
  proposed_by      uuid references officer (id),
  proposer_name    text,
  confirmed_by     uuid references officer (id),
  confirmer_name   text,
  closing_by       uuid references officer (id),
  closed_why       text,
  merged_into      uuid references rumour (id),
  imported         boolean not null default false,
  detached         int not null default 0,
  -- Of what is under way: until when, since when, and what was last done.
  due_at           timestamptz,
  changed_at       timestamptz not null,
  -- Clocks: each written once.
  received_at      timestamptz,
  opened_at        timestamptz not null,
  verifying_at     timestamptz,
  proposed_at      timestamptz,
  confirmed_at     timestamptz,
  first_public_at  timestamptz,
  resurfaced_at    timestamptz,
  check (confirmed_by is null or confirmed_by <> proposed_by),
  check (not imported or (received_at is null and first_public_at is null)),
  check ((state = 'MERGED') = (merged_into is not null))
);
create index rumour_changed on rumour (changed_at desc, id desc);
create index rumour_area on rumour (area_code, changed_at desc, id desc);
create index rumour_working on rumour (state, due_at) where state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT');
create index rumour_owner on rumour (owner_id) where state not in ('REBUTTED', 'ARCHIVED', 'MERGED', 'CLOSED_SILENT');
create index rumour_public on rumour (first_public_at) where first_public_at is not null;

-- A clock is a fact. Whatever the application does, the database lets none be written twice.
create function rumour_keeps_clocks() returns trigger language plpgsql as $$
begin
  if (old.received_at is not null and new.received_at is distinct from old.received_at)
    or new.opened_at is distinct from old.opened_at
    or (old.verifying_at is not null and new.verifying_at is distinct from old.verifying_at)
    or (old.first_public_at is not null and new.first_public_at is distinct from old.first_public_at) then
    raise exception 'a clock of rumour % was written already', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger rumour_clocks before update on rumour for each row execute function rumour_keeps_clocks();

-- Every transition: who, of which department, when, why; from and to tell how long it lay where.
create table rumour_step (
  id               uuid primary key,
  rumour_id        uuid not null references rumour (id),
  verb             text not null,
  state            text not null,
  at               timestamptz not null,
  officer_id       uuid references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index rumour_step_rumour on rumour_step (rumour_id, at, id);
revoke update, delete, truncate on rumour_step from ${appRole};

-- Every wording in which it goes round: what matching finds it by. Never who said it.
create table rumour_wording (
  id          uuid primary key,
  rumour_id   uuid not null references rumour (id),
  -- SHA-256 of the folded text: the same words in another script or width are one wording.
  hash        bytea not null,
  text        text not null check (length(text) between 1 and 20000),
  seen        text not null default '',
  area_code   char(12) not null references area (code),
  first_seen  timestamptz not null,
  last_seen   timestamptz not null,
  count       int not null check (count > 0),
  unique (rumour_id, hash)
);
create index rumour_wording_words on rumour_wording using gin (rumour_bigrams(text));

create table rumour_evidence (
  id            uuid primary key,
  version       bigint not null,
  rumour_id     uuid not null references rumour (id),
  kind          text not null check (kind in ('STATEMENT', 'DOCUMENT', 'DATA', 'ON_SITE', 'EXPERT', 'MEDIA', 'PICTURE')),
  organisation  text not null check (length(organisation) between 1 and 200),
  -- The authority that the matter belongs to; anybody else needs a second, independent source.
  competent     boolean not null,
  stance        text not null check (stance in ('SUPPORTS', 'REFUTES')),
  quote         text not null default '',
  url           text not null default '',
  file_id       uuid references stored_file (id),
  sha256        char(64),
  dated         date,
  added_at      timestamptz not null,
  added_by      uuid not null references officer (id),
  adder_name    text not null,
  withdrawn_at  timestamptz,
  withdrawn_why text,
  check ((file_id is null) = (sha256 is null)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index rumour_evidence_rumour on rumour_evidence (rumour_id);

-- Every rebuttal answers one rumour; a rumour has one that lives, and those that were withdrawn.
alter table rebuttal add column rumour_id uuid references rumour (id);
insert into rumour (id, version, area_code, department_id, department_name, number, title, state, verdict, imported,
  changed_at, received_at, opened_at, confirmed_at, first_public_at)
select r.id, 1, r.area_code, r.department_id, r.department_name, 'R-' || r.number, left(regexp_replace(v.claim, '\s+', ' ', 'g'), 200),
  case when r.withdrawn_at is not null then 'UNDER_REVIEW' when r.public_ordinal is not null then 'REBUTTED' else 'REBUTTING' end,
  v.verdict, r.origin is not null, r.changed_at,
  case when r.origin is null then (select min(c.received_at) from claim c where c.rebuttal_id = r.id) end,
  r.created_at, null, r.first_public_at
from rebuttal r join lateral (select * from rebuttal_version v where v.rebuttal_id = r.id order by ordinal desc limit 1) v on true;
insert into numbering (kind, year, last)
select 'rumour', year, last from numbering where kind = 'rebuttal' on conflict do nothing;
update rebuttal set rumour_id = id;
alter table rebuttal alter column rumour_id set not null;
create unique index rebuttal_rumour on rebuttal (rumour_id) where withdrawn_at is null;
create index rebuttal_of_rumour on rebuttal (rumour_id);
insert into rumour_wording (id, rumour_id, hash, text, area_code, first_seen, last_seen, count)
select gen_random_uuid(), r.id, sha256(convert_to(w.text, 'UTF8')), w.text, r.area_code, r.created_at, r.created_at, 1
from rebuttal r cross join lateral (select distinct left(text, 20000) as text from jsonb_array_elements_text(r.wordings::jsonb) as t (text)) w
where w.text <> '';
drop trigger rebuttal_changed on rebuttal;
alter table rebuttal drop column wordings;

create trigger rebuttal_changed after insert or update of public_ordinal, withdrawn_at
  on rebuttal for each row execute function rumour_changed();
create function rumour_wording_changed() returns trigger language plpgsql as $$
begin
  -- A count that rises is no other wording.
  if tg_op = 'UPDATE' and new.text = old.text and new.rumour_id = old.rumour_id then
    return null;
  end if;
  insert into rumour_change (rebuttal_id, changed)
  select r.id, pg_current_xact_id() from rebuttal r
  where r.public_ordinal is not null
    and (r.rumour_id = case when tg_op = 'DELETE' then old.rumour_id else new.rumour_id end
      or (tg_op = 'UPDATE' and r.rumour_id = old.rumour_id))
  on conflict (rebuttal_id) do update set changed = excluded.changed, embedded = false;
  return null;
end
$$;
create trigger rumour_wording_changed after insert or update or delete
  on rumour_wording for each row execute function rumour_wording_changed();

-- Claims: reports of a rumour.
alter table claim add column rumour_id uuid references rumour (id);
alter table claim add column score double precision;
-- How it was joined: by an officer, or at once because the engine was sure.
alter table claim add column joined_how text check (joined_how in ('HAND', 'AUTOMATIC'));
alter table claim add column detached int not null default 0;
alter table claim add column transferred_by uuid references officer (id);
alter table claim add column transferred_from char(12) references area (code);
alter table claim add column answered_at timestamptz;
alter table claim add column department_id uuid references department (id);
update claim c set rumour_id = r.rumour_id from rebuttal r where r.id = c.rebuttal_id;
alter table claim drop constraint claim_check;
alter table claim drop constraint claim_check1;
alter table claim drop constraint claim_state_check;
alter table claim drop constraint claim_channel_check;
drop index claim_rebuttal;
alter table claim drop column rebuttal_id;
update claim c set state = 'ANSWERED', joined_how = 'HAND', answered_at = greatest(c.settled_at, r.first_public_at)
from rumour r where r.id = c.rumour_id and r.state in ('REBUTTED', 'UNDER_REVIEW');
update claim set joined_how = 'HAND' where rumour_id is not null and joined_how is null;
alter table claim add check (state in ('RECEIVED', 'JOINED', 'ACCEPTED', 'DECLINED', 'TRANSFERRED', 'QUARANTINED', 'ANSWERED'));
alter table claim add check (channel in ('OFFICER', 'PUBLIC', 'WALK_IN', 'CALLER', 'TABLE', 'PROGRAM'));
alter table claim add check ((state in ('JOINED', 'ACCEPTED', 'ANSWERED')) = (rumour_id is not null));
alter table claim add check ((state = 'DECLINED') = (declined_why is not null));
create index claim_rumour on claim (rumour_id, received_at desc, id desc) where rumour_id is not null;
create index claim_transferred on claim (received_at desc, id desc) where state = 'TRANSFERRED';

create table claim_step (
  id               uuid primary key,
  claim_id         uuid not null references claim (id),
  verb             text not null,
  at               timestamptz not null,
  officer_id       uuid references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index claim_step_claim on claim_step (claim_id, at, id);
revoke update, delete, truncate on claim_step from ${appRole};
create index claim_joined on claim (received_at desc, id desc) where state in ('JOINED', 'ACCEPTED');
create index claim_answered on claim (received_at desc, id desc) where state = 'ANSWERED';
create index claim_quarantined on claim (received_at desc, id desc) where state = 'QUARANTINED';

-- Set by the server when nothing has been done for too long; the next step takes it back.
alter table rumour add column escalated_at timestamptz;
create index rumour_escalated on rumour (escalated_at) where escalated_at is not null;

insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000101', 'rumour.verify'),
  ('00000000-0000-7000-8000-000000000102', 'rumour.confirm');

insert into dictionary (kind, code, zh, en, position) values
  ('rumour.topic', 'health', '疫情与健康', 'Epidemic and health', 1),
  ('rumour.topic', 'food', '食品药品', 'Food and medicine', 2),
  ('rumour.topic', 'supply', '物资与价格', 'Supplies and prices', 3),
  ('rumour.topic', 'disaster', '灾害与天气', 'Disaster and weather', 4),
  ('rumour.topic', 'safety', '社会治安', 'Public order', 5),
  ('rumour.topic', 'traffic', '交通出行', 'Traffic and travel', 6),
  ('rumour.topic', 'school', '学校教育', 'Schools', 7),
  ('rumour.topic', 'policy', '政策措施', 'Measures of government', 8),
  ('rumour.topic', 'other', '其他', 'Other', 9);

-- A large import looks at what it has written so far, so that the rest of it is planned rightly.
grant maintain on rumour, rebuttal, rebuttal_version, claim to ${appRole};
