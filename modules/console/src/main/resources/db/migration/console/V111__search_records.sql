-- Each record's row of the palette, in the record's own transaction. What nobody but its writers may
-- see is not there: drafts, what waits for review, and who sent a letter.

create function search_claim() returns trigger language plpgsql as $$
begin
  perform search_keep('claim', new.id::text, new.number, left(new.text, 120), new.area_code, null, new.received_at);
  return null;
end
$$;
create trigger claim_searched after insert or update of number, text, area_code on claim
  for each row execute function search_claim();

create function search_rumour() returns trigger language plpgsql as $$
begin
  perform search_keep('rumour', new.id::text, new.number, case when new.state <> 'MERGED' then new.title end, new.area_code, null, new.opened_at);
  return null;
end
$$;
create trigger rumour_searched after insert or update of number, title, area_code, state on rumour
  for each row execute function search_rumour();

create function search_rebuttal() returns trigger language plpgsql as $$
begin
  perform search_keep('rebuttal', new.id::text, new.number, (select v.fact from rebuttal_version v where v.rebuttal_id = new.id
      and v.ordinal = new.public_ordinal), new.area_code, null, new.created_at);
  return null;
end
$$;
create trigger rebuttal_searched after insert or update of number, area_code, public_ordinal on rebuttal
  for each row execute function search_rebuttal();

create function search_complaint() returns trigger language plpgsql as $$
begin
  perform search_keep('complaint', new.id::text, new.number, new.operator || ' ' || new.goods, new.area_code, new.department_id, new.received_at);
  return null;
end
$$;
create trigger complaint_searched after insert or update of number, operator, goods, area_code, department_id on complaint
  for each row execute function search_complaint();

create function search_inspection() returns trigger language plpgsql as $$
begin
  perform search_keep('inspection', new.id::text, new.number, (select o.name from operator o where o.id = new.operator_id) || ' ' || new.title,
    new.area_code, null, new.planned_at);
  return null;
end
$$;
create trigger inspection_searched after insert or update of number, title, area_code, operator_id on inspection
  for each row execute function search_inspection();

create function search_case() returns trigger language plpgsql as $$
begin
  perform search_keep('case', new.id::text, new.number, new.title || ' ' || (select o.name from operator o where o.id = new.operator_id),
    new.area_code, null, new.filed_at);
  return null;
end
$$;
create trigger market_case_searched after insert or update of number, title, area_code, operator_id on market_case
  for each row execute function search_case();

create function search_material() returns trigger language plpgsql as $$
begin
  perform search_keep('material', new.id::text, new.number, case when new.state in ('PUBLISHED', 'RECALLED') then new.title end,
    null, null, new.drafted_at);
  return null;
end
$$;
create trigger material_searched after insert or update of number, title, state on material
  for each row execute function search_material();

create function search_schedule() returns trigger language plpgsql as $$
begin
  perform search_keep('schedule', new.id::text, new.number, case when new.state in ('APPROVED', 'WITHDRAWN') then new.title end,
    new.area_code, null, new.drafted_at);
  return null;
end
$$;
create trigger schedule_searched after insert or update of number, title, state, area_code on schedule
  for each row execute function search_schedule();

create function search_speaker() returns trigger language plpgsql as $$
begin
  perform search_keep('speaker', new.id::text, new.serial, case when new.state <> 'RETIRED' then new.place || ' ' ||
      (select a.name from area a where a.code = new.area_code) end, new.area_code, null, new.registered_at);
  return null;
end
$$;
create trigger speaker_searched after insert or update of serial, place, area_code, state on speaker
  for each row execute function search_speaker();

create function search_area() returns trigger language plpgsql as $$
begin
  perform search_keep('area', new.code, new.code, new.name, new.code, null, timestamptz 'epoch');
  return null;
end
$$;
create trigger area_searched after insert or update of name, path on area
  for each row execute function search_area();

-- Name and department, nothing else; who has left is not found.
create function search_person_keep(one officer) returns void language sql as $$
  select search_keep('person', one.id::text, '',
    case when one.active then one.name || ' ' || (select d.name from department d where d.id = one.department_id) end,
    one.area_code, null, timestamptz 'epoch')
$$;
create function search_person() returns trigger language plpgsql as $$
begin
  perform search_person_keep(new);
  return null;
end
$$;
create trigger officer_searched after insert or update of name, department_id, area_code, active on officer
  for each row execute function search_person();
create function search_people() returns trigger language plpgsql as $$
begin
  perform search_person_keep(o) from officer o where o.department_id = new.id;
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

select count(search_keep('claim', x.id::text, x.number, left(x.text, 120), x.area_code, null, x.received_at)) from claim x;

select count(search_keep('rumour', x.id::text, x.number, case when x.state <> 'MERGED' then x.title end, x.area_code, null, x.opened_at)) from rumour x;

select count(search_keep('rebuttal', x.id::text, x.number, (select v.fact from rebuttal_version v where v.rebuttal_id = x.id
      and v.ordinal = x.public_ordinal), x.area_code, null, x.created_at)) from rebuttal x;

select count(search_keep('complaint', x.id::text, x.number, x.operator || ' ' || x.goods, x.area_code, x.department_id, x.received_at)) from complaint x;

select count(search_keep('inspection', x.id::text, x.number, (select o.name from operator o where o.id = x.operator_id) || ' ' || x.title,
    x.area_code, null, x.planned_at)) from inspection x;

select count(search_keep('case', x.id::text, x.number, x.title || ' ' || (select o.name from operator o where o.id = x.operator_id),
    x.area_code, null, x.filed_at)) from market_case x;

select count(search_keep('material', x.id::text, x.number, case when x.state in ('PUBLISHED', 'RECALLED') then x.title end,
    null, null, x.drafted_at)) from material x;

select count(search_keep('schedule', x.id::text, x.number, case when x.state in ('APPROVED', 'WITHDRAWN') then x.title end,
    x.area_code, null, x.drafted_at)) from schedule x;

select count(search_keep('speaker', x.id::text, x.serial, case when x.state <> 'RETIRED' then x.place || ' ' ||
      (select a.name from area a where a.code = x.area_code) end, x.area_code, null, x.registered_at)) from speaker x;

select count(search_keep('area', x.code, x.code, x.name, x.code, null, timestamptz 'epoch')) from area x;
select count(search_person_keep(x)) from officer x;
