-- Whether a schedule is to be heard somewhere within the patterns of an officer's scope, or above all of it.
create function schedule_concerns(asked uuid, patterns text[]) returns boolean
language sql stable as $$
  select exists (
    select 1 from schedule_target t
      left join speaker_group g on t.kind = 'GROUP' and g.id::text = t.target
      join area a on a.code = case t.kind when 'AREA' then t.target::char(12) else g.area_code end
    where t.schedule_id = asked and t.included
      and (a.path like any (patterns)
        or exists (select 1 from unnest(patterns) mine (pattern) where mine.pattern like a.path || '%')))
$$;
