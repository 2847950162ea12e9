insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000901', 'BULLETIN_WRITER', '战报编写', 'Bulletin writer', true),
  ('00000000-0000-7000-8000-000000000902', 'BULLETIN_REVIEWER', '战报审核', 'Bulletin reviewer', true),
  ('00000000-0000-7000-8000-000000000903', 'BULLETIN_SIGNER', '战报签发', 'Bulletin signer', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000901', 'bulletin.read'),
  ('00000000-0000-7000-8000-000000000901', 'bulletin.write'),
  ('00000000-0000-7000-8000-000000000902', 'bulletin.read'),
  ('00000000-0000-7000-8000-000000000902', 'bulletin.review'),
  ('00000000-0000-7000-8000-000000000903', 'bulletin.read'),
  ('00000000-0000-7000-8000-000000000903', 'bulletin.sign');

-- A text made of counted figures. Frozen once it is submitted, unchangeable once it is issued.
create table bulletin (
  id              uuid primary key,
  version         bigint not null,
  area_code       char(12) not null references area (code),
  department_name text not null,
  state           text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'ISSUED')),
  language        text not null check (language in ('zh', 'en')),
  title           text not null check (length(title) between 1 and 120),
  body            text not null,
  message         text not null,
  spoken          text not null,
  since           date not null,
  until           date not null,
  -- The one that this corrects.
  corrects        uuid unique references bulletin (id),
  number          text unique,
  writers         uuid[] not null,
  writer_names    text not null,
  written_at      timestamptz not null,
  submitted_at    timestamptz,
  -- SHA-256 in hexadecimal of all texts with their figures.
  hash            text,
  returned_why    text not null default '',
  issued_at       timestamptz,
  issued_name     text,
  check (since <= until),
  check ((state = 'DRAFT') = (hash is null)),
  check ((state = 'ISSUED') = (number is not null and issued_at is not null))
);
create index bulletin_area on bulletin (area_code, written_at desc, id);
create index bulletin_issued on bulletin (issued_at desc) where issued_at is not null;

-- What the texts name, as it was counted on submission.
create table bulletin_figure (
  bulletin_id uuid not null references bulletin (id),
  place       int not null,
  key         text not null,
  -- As the text names it: twelve digits, or empty for the bulletin's own.
  area        text not null check (area ~ '^([0-9]{12})?$'),
  span        text not null check (span in ('PERIOD', 'TOTAL', 'LAST')),
  -- Null: from the beginning.
  since       date,
  until       date not null,
  value       bigint not null,
  counted_at  timestamptz not null,
  primary key (bulletin_id, place)
);

-- The source list: what each source had told of each day.
create table bulletin_source (
  bulletin_id uuid not null,
  place       int not null,
  day         date not null,
  source      text not null,
  areas       int not null,
  value       bigint not null,
  primary key (bulletin_id, place, day, source),
  foreign key (bulletin_id, place) references bulletin_figure (bulletin_id, place)
);

create function bulletin_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'ISSUED' then
    raise exception 'bulletin % is issued', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger bulletin_issued_stays before update or delete on bulletin
  for each row execute function bulletin_stays();

create function bulletin_figure_stays() returns trigger language plpgsql as $$
begin
  if exists (select 1 from bulletin where id = old.bulletin_id and state = 'ISSUED') then
    raise exception 'bulletin % is issued', old.bulletin_id using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end
$$;
create trigger bulletin_figure_issued before update or delete on bulletin_figure
  for each row execute function bulletin_figure_stays();
create trigger bulletin_source_issued before update or delete on bulletin_source
  for each row execute function bulletin_figure_stays();
