-- Which speaker was to play which occurrence: those that belonged, at its start, to an audience that it reaches. One that
-- was withdrawn before its start was to be played by nobody.
create view planned_play as
select o.no as play_no, o.start, o.schedule_id, y.speaker_no, u.area_code
from occurrence o
  join audience u on exists (
      select 1 from schedule_target t left join area ta on t.kind = 'AREA' and ta.code = t.target
        join area ua on ua.code = u.area_code
      where t.schedule_id = o.schedule_id and t.included
        and (starts_with(ua.path, ta.path) or (t.kind = 'GROUP' and t.target = any (string_to_array(u.groups, ' ')))))
    and not exists (
      select 1 from schedule_target t left join area ta on t.kind = 'AREA' and ta.code = t.target
        join area ua on ua.code = u.area_code
      where t.schedule_id = o.schedule_id and not t.included
        and (starts_with(ua.path, ta.path) or (t.kind = 'GROUP' and t.target = any (string_to_array(u.groups, ' ')))))
  join speaker_stay y on y.audience_id = u.id and y.since <= o.start and (y.until is null or y.until > o.start)
where o.withdrawn_at is null or o.withdrawn_at > o.start;
