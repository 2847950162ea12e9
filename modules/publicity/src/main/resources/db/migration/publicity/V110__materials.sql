-- What a material is about; a city keeps its own list.
create table topic (
  id        uuid primary key,
  name      text not null unique check (length(name) between 1 and 40),
  name_en   text not null check (length(name_en) between 1 and 80),
  position  int not null
);

create table publicity_campaign (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  title            text not null check (length(title) between 1 and 100),
  summary          text not null default '',
  contact          text not null default '',
  begins           date not null,
  ends             date not null check (ends >= begins),
  made_at          timestamptz not null
);
create index publicity_campaign_area on publicity_campaign (area_code, begins desc);

-- What holds for all of its versions. Its state is that of its foremost version, written with it.
create table material (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  number           text not null unique,
  kind             text not null check (kind in ('ANIMATION', 'FILM', 'POSTER', 'BANNER', 'LEAFLET', 'SMS',
                     'SLOGAN', 'VERSE', 'AUDIO', 'INFOGRAPHIC', 'DOCUMENT')),
  topic_id         uuid references topic (id),
  campaign_id      uuid references publicity_campaign (id),
  title            text not null,
  state            text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RECALLED', 'ARCHIVED')),
  valid_until      date,
  drafted_at       timestamptz not null,
  -- First of any version: written once.
  published_at     timestamptz
);
create index material_listed on material (drafted_at desc, id desc);
create index material_area on material (area_code, drafted_at desc, id desc);
create index material_campaign on material (campaign_id) where campaign_id is not null;

create table variant (
  id           uuid primary key,
  material_id  uuid not null references material (id),
  language     text not null check (language in ('zh', 'en')),
  dialect      text not null default '',
  audience     text not null default '',
  size         text not null default '',
  made_at      timestamptz not null,
  unique (material_id, language, dialect, audience, size)
);

-- What goes out: known by its hash, and never changed once it is approved.
create table material_version (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  material_id      uuid not null references material (id),
  variant_id       uuid not null references variant (id),
  ordinal          int not null check (ordinal > 0),
  title            text not null check (length(title) between 1 and 100),
  summary          text not null default '' check (length(summary) <= 1000),
  alt_text         text not null default '' check (length(alt_text) <= 1000),
  text             text not null default '' check (length(text) <= 20000),
  file_id          uuid references stored_file (id),
  sha256           char(64),
  media_type       text,
  check ((file_id is null) = (sha256 is null) and (file_id is null) = (media_type is null)),
  source           text not null check (source in ('REBUTTAL', 'POLICY', 'FREE')),
  source_ref       text not null default '',
  source_hash      text not null default '',
  rights           text not null default '' check (length(rights) <= 1000),
  valid_from       date,
  valid_until      date check (valid_until >= valid_from),
  hash             char(64) not null,
  state            text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RECALLED', 'ARCHIVED')),
  writers          text not null,
  returned_why     text not null default '',
  recalled_why     text not null default '',
  -- Clocks: each written once.
  drafted_at       timestamptz not null,
  submitted_at     timestamptz,
  approved_at      timestamptz,
  published_at     timestamptz,
  recalled_at      timestamptz,
  archived_at      timestamptz,
  unique (variant_id, ordinal)
);
create index material_version_material on material_version (material_id, drafted_at);
create index material_version_file on material_version (sha256) where sha256 is not null;
create index material_version_source on material_version (source_ref) where source <> 'FREE';
-- At most one is out at a time for each variant.
create unique index material_version_out on material_version (variant_id) where state = 'PUBLISHED';

create table material_step (
  id               uuid primary key,
  material_id      uuid not null references material (id),
  version_id       uuid references material_version (id),
  ordinal          int not null,
  verb             text not null,
  at               timestamptz not null,
  officer_id       uuid not null,
  officer_name     text not null,
  department_name  text not null,
  reason           text not null default ''
);
create index material_step_material on material_step (material_id, at);

insert into topic (id, name, name_en, position) values
  ('00000000-0000-7000-8000-000000002001', '疫病防控', 'Epidemic prevention', 1),
  ('00000000-0000-7000-8000-000000002002', '森林防火', 'Forest fire prevention', 2),
  ('00000000-0000-7000-8000-000000002003', '防汛避险', 'Flood safety', 3),
  ('00000000-0000-7000-8000-000000002004', '地震避险', 'Earthquake safety', 4),
  ('00000000-0000-7000-8000-000000002005', '防诈骗', 'Fraud prevention', 5),
  ('00000000-0000-7000-8000-000000002006', '辟谣澄清', 'Rumours answered', 6),
  ('00000000-0000-7000-8000-000000002007', '高温安全', 'Heat safety', 7),
  ('00000000-0000-7000-8000-000000002008', '交通安全', 'Road safety', 8),
  ('00000000-0000-7000-8000-000000002009', '用电用气安全', 'Power and gas safety', 9),
  ('00000000-0000-7000-8000-000000002010', '惠民政策', 'Policies for residents', 10);
