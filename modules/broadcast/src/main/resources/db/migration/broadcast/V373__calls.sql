insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000306', 'VILLAGE_KEEPER', '村级广播员', 'Village keeper', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000306', 'broadcast.read'),
  ('00000000-0000-7000-8000-000000000306', 'broadcast.call'),
  ('00000000-0000-7000-8000-000000000303', 'broadcast.call'),
  ('00000000-0000-7000-8000-000000000304', 'broadcast.call');

-- A place where no loudspeaker had begun an emergency after a minute: somebody tells it by other means.
create table call_task (
  id              uuid primary key,
  play_no         bigint not null references occurrence (no),
  area_code       char(12) not null references area (code),
  -- Clocks: each written once.
  opened_at       timestamptz not null,
  acknowledged_at timestamptz,
  officer_id      uuid references officer (id),
  officer_name    text not null default '',
  how             text not null default '' check (how in ('', 'VOICE', 'DOOR', 'PHONE', 'NOT_REACHED')),
  note            text not null default '' check (length(note) <= 300),
  unique (play_no, area_code),
  check ((acknowledged_at is null) = (how = ''))
);
create index call_task_open on call_task (opened_at desc) where acknowledged_at is null;
create index call_task_listed on call_task (opened_at desc, id desc);
create index schedule_on_air on schedule (approved_at) where kind = 'EMERGENCY' and state = 'APPROVED';

create function call_task_keeps_clocks() returns trigger language plpgsql as $$
begin
  if new.opened_at is distinct from old.opened_at or old.acknowledged_at is not null then
    raise exception 'the call task % was acknowledged already', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger call_task_clocks before update on call_task for each row execute function call_task_keeps_clocks();
revoke delete, truncate on call_task from ${appRole};
