-- Days on which an area departs from the national calendar: a flood day off, a make-up day of its
-- own. A row holds for the whole subtree; the nearest area up the tree has the last word.
create table calendar_overlay (
  area_code  char(12) not null references area (code),
  day        date not null,
  working    boolean not null,
  name       text not null,
  primary key (area_code, day)
);
