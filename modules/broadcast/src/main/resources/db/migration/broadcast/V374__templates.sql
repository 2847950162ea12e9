-- What is said in an emergency is thought of before it: gaps in square brackets are filled in.
create table emergency_template (
  id          uuid primary key,
  area_code   char(12) not null references area (code),
  name        text not null check (length(name) between 1 and 40),
  level       int not null check (level between 1 and 4),
  text        text not null check (length(text) between 1 and 1000),
  minutes     int not null check (minutes between 1 and 720),
  made_at     timestamptz not null,
  made_by     text not null,
  removed_at  timestamptz
);
create unique index emergency_template_name on emergency_template (area_code, name) where removed_at is null;
