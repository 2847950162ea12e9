-- How an authority calls itself in its documents' numbers, for its area and all below it.
create table document_word (
  area_code  char(12) primary key references area (code),
  word       text not null check (length(word) between 1 and 12),
  set_name   text not null,
  set_at     timestamptz not null
);
