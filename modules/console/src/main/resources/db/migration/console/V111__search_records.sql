-- Each record's row of the palette, in the record's own transaction. What nobody but its writers may
-- see is not there: drafts, what waits for review, and who sent a letter.

create function search_put(one claim) returns void language sql as $$
  select search_keep('claim', one.id::text, one.number, left(one.text, 120), one.area_code, null, one.received_at)
$$;
create function search_put(one rumour) returns void language sql as $$
  select search_keep('rumour', one.id::text, one.number, case when one.state <> 'MERGED' then one.title end,
    one.area_code, null, one.opened_at)
$$;
create function search_put(one rebuttal) returns void language sql as $$
  select search_keep('rebuttal', one.id::text, one.number, (select v.fact from rebuttal_version v
    where v.rebuttal_id = one.id and v.ordinal = one.public_ordinal), one.area_code, null, one.created_at)
$$;
create function search_put(one complaint) returns void language sql as $$
  select search_keep('complaint', one.id::text, one.number, one.operator || ' ' || one.goods, one.area_code,
    one.department_id, one.received_at)
$$;
create function search_put(one inspection) returns void language sql as $$
  select search_keep('inspection', one.id::text, one.number,
    (select o.name from operator o where o.id = one.operator_id) || ' ' || one.title, one.area_code, null, one.planned_at)
$$;
create function search_put(one market_case) returns void language sql as $$
  select search_keep('case', one.id::text, one.number,
    one.title || ' ' || (select o.name from operator o where o.id = one.operator_id), one.area_code, null, one.filed_at)
$$;
create function search_put(one material) returns void language sql as $$
  select search_keep('material', one.id::text, one.number,
    case when one.state in ('PUBLISHED', 'RECALLED') then one.title end, null, null, one.drafted_at)
$$;
create function search_put(one schedule) returns void language sql as $$
  select search_keep('schedule', one.id::text, one.number,
    case when one.state in ('APPROVED', 'WITHDRAWN') then one.title end, one.area_code, null, one.drafted_at)
$$;
create function search_put(one speaker) returns void language sql as $$
  select search_keep('speaker', one.id::text, one.serial, case when one.state <> 'RETIRED' then one.place || ' ' ||
    (select a.name from area a where a.code = one.area_code) end, one.area_code, null, one.registered_at)
$$;
create function search_put(one area) returns void language sql as $$
  select search_keep('area', one.code, one.code, one.name, one.code, null, timestamptz 'epoch')
$$;
-- Name and department, nothing else; who has left is not found.
create function search_put(one officer) returns void language sql as $$
  select search_keep('person', one.id::text, '',
    case when one.active then one.name || ' ' || (select d.name from department d where d.id = one.department_id) end,
    one.area_code, null, timestamptz 'epoch')
$$;

create function search_row() returns trigger language plpgsql as $$
begin
  perform search_put(new);
  return null;
end
$$;
create trigger claim_searched after insert or update of number, text, area_code on claim
  for each row execute function search_row();
create trigger rumour_searched after insert or update of number, title, area_code, state on rumour
  for each row execute function search_row();
create trigger rebuttal_searched after insert or update of number, area_code, public_ordinal on rebuttal
  for each row execute function search_row();
create trigger complaint_searched after insert or update of number, operator, goods, area_code, department_id on complaint
  for each row execute function search_row();
create trigger inspection_searched after insert or update of number, title, area_code, operator_id on inspection
  for each row execute function search_row();
create trigger market_case_searched after insert or update of number, title, area_code, operator_id on market_case
  for each row execute function search_row();
create trigger material_searched after insert or update of number, title, state on material
  for each row execute function search_row();
create trigger schedule_searched after insert or update of number, title, state, area_code on schedule
  for each row execute function search_row();
create trigger speaker_searched after insert or update of serial, place, area_code, state on speaker
  for each row execute function search_row();
create trigger area_searched after insert or update of name, path on area
  for each row execute function search_row();
create trigger officer_searched after insert or update of name, department_id, area_code, active on officer
  for each row execute function search_row();

create function search_people() returns trigger language plpgsql as $$
begin
  perform search_put(o) from officer o where o.department_id = new.id;
  return null;
end
$$;
create trigger department_searched after update of name on department
  for each row execute function search_people();

-- What is deleted is not found.
create function search_forget() returns trigger language plpgsql as $$
begin
  delete from search_entry where kind = tg_argv[0]
    and id = coalesce(to_jsonb(old) ->> 'id', to_jsonb(old) ->> 'code');
  return null;
end
$$;
create trigger claim_forgotten after delete on claim
  for each row execute function search_forget('claim');
create trigger rumour_forgotten after delete on rumour
  for each row execute function search_forget('rumour');
create trigger rebuttal_forgotten after delete on rebuttal
  for each row execute function search_forget('rebuttal');
create trigger complaint_forgotten after delete on complaint
  for each row execute function search_forget('complaint');
create trigger inspection_forgotten after delete on inspection
  for each row execute function search_forget('inspection');
create trigger market_case_forgotten after delete on market_case
  for each row execute function search_forget('case');
create trigger material_forgotten after delete on material
  for each row execute function search_forget('material');
create trigger schedule_forgotten after delete on schedule
  for each row execute function search_forget('schedule');
create trigger speaker_forgotten after delete on speaker
  for each row execute function search_forget('speaker');
create trigger area_forgotten after delete on area
  for each row execute function search_forget('area');
create trigger officer_forgotten after delete on officer
  for each row execute function search_forget('person');

-- What is there already.
select count(search_put(x)) from claim x;
select count(search_put(x)) from rumour x;
select count(search_put(x)) from rebuttal x;
select count(search_put(x)) from complaint x;
select count(search_put(x)) from inspection x;
select count(search_put(x)) from market_case x;
select count(search_put(x)) from material x;
select count(search_put(x)) from schedule x;
select count(search_put(x)) from speaker x;
select count(search_put(x)) from area x;
select count(search_put(x)) from officer x;
