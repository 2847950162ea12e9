-- What goes out is without what tells of its making; the file as it came stays with its makers.
create table file_as_it_came (
  file_id      uuid primary key references stored_file (id),
  original_id  uuid not null references stored_file (id)
);
