-- Which audiences a schedule reaches: its places and groups, less what is left out.
create view schedule_audience as
select s.id as schedule_id, u.id as audience_id, u.area_code
from schedule s
  join audience u on true
  join area a on a.code = u.area_code
  cross join lateral (
    select bool_or(t.included) as included, bool_or(not t.included) as excluded
    from schedule_target t left join area ta on t.kind = 'AREA' and ta.code = t.target
    where t.schedule_id = s.id
      and (starts_with(a.path, ta.path) or (t.kind = 'GROUP' and t.target = any (string_to_array(u.groups, ' '))))) reach
where reach.included and not reach.excluded;

-- Which speaker was to play which occurrence: those that belonged, at its start, to an audience that it reaches. One that
-- was withdrawn before its start was to be played by nobody.
create view planned_play as
select o.no as play_no, o.start, o.schedule_id, y.speaker_no, v.area_code
from occurrence o
  join schedule_audience v on v.schedule_id = o.schedule_id
  join speaker_stay y on y.audience_id = v.audience_id and y.since <= o.start and (y.until is null or y.until > o.start)
where o.withdrawn_at is null or o.withdrawn_at > o.start;
