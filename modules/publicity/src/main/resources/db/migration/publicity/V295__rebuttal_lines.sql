-- Lines that the rumour department has reviewed for posters, in each language, as they are now.
create table rebuttal_line (
  number     text not null,
  language   text not null check (language in ('zh', 'en')),
  area_code  char(12) not null references area (code),
  ordinal    int not null,
  hash       char(64) not null,
  line       text not null check (length(line) between 1 and 400),
  heard_at   timestamptz not null,
  primary key (number, language)
);
create index rebuttal_line_listed on rebuttal_line (heard_at desc);
