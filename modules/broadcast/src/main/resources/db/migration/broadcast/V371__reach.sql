-- Which audiences a schedule reaches, found from its places by the index of paths: a digit and '/' come before ':'.
create function schedule_reach(asked uuid) returns table (audience_id uuid, area_code char(12))
language sql stable rows 1000 as $$
  select reach.id, reach.area_code
  from (
    select u.id, u.area_code, u.groups, a.path
    from schedule_target t
      join area ta on ta.code = t.target::char(12)
      join area a on a.path ~>=~ ta.path and a.path ~<~ (ta.path || ':')
      join audience u on u.area_code = a.code
    where t.schedule_id = asked and t.included and t.kind = 'AREA'
    union
    select u.id, u.area_code, u.groups, a.path
    from schedule_target t
      join audience u on t.target = any (string_to_array(u.groups, ' '))
      join area a on a.code = u.area_code
    where t.schedule_id = asked and t.included and t.kind = 'GROUP') reach
  where not exists (
    select 1 from schedule_target x left join area xa on x.kind = 'AREA' and xa.code = x.target::char(12)
    where x.schedule_id = asked and not x.included
      and (starts_with(reach.path, xa.path)
        or (x.kind = 'GROUP' and x.target = any (string_to_array(reach.groups, ' ')))))
$$;

create or replace view schedule_audience as
select s.id as schedule_id, r.audience_id, r.area_code::char(12) as area_code
from schedule s cross join lateral schedule_reach(s.id) r;
