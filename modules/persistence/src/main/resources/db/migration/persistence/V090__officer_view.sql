-- How an officer wants the screen, wherever they sign in: density, theme, the columns of a list.
create table officer_view (
  officer_id  uuid not null references officer (id),
  name        text not null check (length(name) <= 80),
  value       text not null check (length(value) <= 400),
  primary key (officer_id, name)
);
