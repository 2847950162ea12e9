-- What a phone saw of a movement: one picture, without what tells of its making.
create table movement_photo (
  movement_id  uuid primary key references movement (id),
  file_id      uuid not null references stored_file (id),
  at           timestamptz not null
);
