-- Late: somebody must answer it, nobody has, and the deadline is over. One definition for list, board and to-dos.
create function rumour_is_late(which rumour) returns boolean language sql stable as $$
  select coalesce(which.due_at < now() and which.first_public_at is null and which.state in ('OPEN', 'HANDED_OVER',
    'VERIFYING', 'WAITING_INFO', 'VERDICT_PROPOSED', 'VERDICT_CONFIRMED', 'REBUTTING'), false)
$$;
