-- What a letter is becomes a criterion; rules until now were of tip-offs.
alter table routing_rule add column kind text not null default ''
  check (kind in ('', 'COMPLAINT', 'TIPOFF'));
update routing_rule set kind = 'TIPOFF';
