-- Two-character words are the commonest query in Chinese, and trigrams find none of them; bigrams
-- do. The function is the one definition of a text's bigrams, for the index and for the query.
create function rumour_bigrams(words text) returns text[]
language sql immutable parallel safe strict cost 1000 as $$
  select coalesce(array_agg(distinct pair), '{}')
  from (
    select letter || lead(letter) over (order by place) as pair
    from unnest(string_to_array(lower(normalize(words, NFKC)), null)) with ordinality as t (letter, place)
  ) pairs
  where pair !~ '\s' and length(pair) = 2
$$;

-- A rebuttal is what the public reads under one number, whatever its wording becomes.
create table rebuttal (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  state            text not null check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  created_at       timestamptz not null,
  created_by       uuid not null references officer (id),
  changed_at       timestamptz not null,
  first_public_at  timestamptz,
  withdrawn_at     timestamptz,
  withdrawal_notice text,
  -- The version that the public reads, and since when it reads it: for an imported rebuttal its origin's word.
  public_ordinal   int,
  public_at        timestamptz,
  origin           text,
  external_id      text,
  wordings         text not null default '[]',
  check (origin is null or first_public_at is null),
  check ((origin is null) = (external_id is null)),
  check ((public_ordinal is null) = (public_at is null)),
  check ((withdrawn_at is null) = (withdrawal_notice is null))
);
create unique index rebuttal_external on rebuttal (origin, external_id) where origin is not null;
create index rebuttal_changed on rebuttal (changed_at desc, id desc);
create index rebuttal_open on rebuttal (state, changed_at desc, id desc) where state <> 'PUBLISHED';
create index rebuttal_public on rebuttal (public_at desc, id desc) where public_ordinal is not null;
create index rebuttal_area on rebuttal (area_code, changed_at desc, id desc);

create table rebuttal_version (
  id             uuid primary key,
  rebuttal_id    uuid not null references rebuttal (id),
  ordinal        int not null check (ordinal > 0),
  kind           text not null check (kind in ('ORIGINAL', 'TYPO', 'FACT', 'VERDICT')),
  note           text not null default '',
  claim          text not null,
  fact           text not null,
  explanation    text not null,
  sources        text not null,
  verdict        text not null check (verdict in ('FALSE', 'PARTLY_FALSE', 'OUT_OF_CONTEXT', 'OLD_NEWS', 'TRUE', 'UNPROVEN')),
  language       text not null check (language in ('zh', 'en')),
  state          text not null check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
  writers        text not null,
  writer_names   text not null,
  content_hash   char(64) not null,
  written_at     timestamptz not null,
  submitted_at   timestamptz,
  returned_why   text,
  -- What the reviewer had read when it was returned, for the diff of the next look.
  looked         text,
  approved_at    timestamptz,
  approved_by    uuid references officer (id),
  approver_name  text,
  approved_hash  char(64),
  published_at   timestamptz,
  unique (rebuttal_id, ordinal)
);

-- Every transition: who, of which department, when, why. Only ever added to.
create table rebuttal_step (
  id               uuid primary key,
  rebuttal_id      uuid not null references rebuttal (id),
  ordinal          int not null,
  verb             text not null,
  at               timestamptz not null,
  officer_id       uuid references officer (id),
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index rebuttal_step_rebuttal on rebuttal_step (rebuttal_id, at, id);
revoke update, delete, truncate on rebuttal_step from ${appRole};

-- What was said and where it was seen in public; never who said it.
create table claim (
  id            uuid primary key,
  version       bigint not null,
  area_code     char(12) not null references area (code),
  number        text not null unique,
  receipt       text not null unique,
  text          text not null check (length(text) between 1 and 20000),
  seen          text not null default '',
  channel       text not null check (channel in ('OFFICER', 'PUBLIC')),
  state         text not null check (state in ('RECEIVED', 'JOINED', 'DECLINED')),
  received_at   timestamptz not null,
  filed_by      uuid references officer (id),
  rebuttal_id   uuid references rebuttal (id),
  declined_why  text,
  settled_at    timestamptz,
  settled_by    uuid references officer (id),
  check ((state = 'JOINED') = (rebuttal_id is not null)),
  check ((state = 'DECLINED') = (declined_why is not null))
);
create index claim_list on claim (received_at desc, id desc);
create index claim_area on claim (area_code, received_at desc, id desc);
create index claim_new on claim (received_at desc, id desc) where state = 'RECEIVED';
create index claim_new_area on claim (area_code, received_at desc, id desc) where state = 'RECEIVED';
create index claim_declined on claim (received_at desc, id desc) where state = 'DECLINED';
create index claim_rebuttal on claim (rebuttal_id, received_at desc, id desc) where rebuttal_id is not null;
create index claim_words on claim using gin (rumour_bigrams(text));
