-- Approvals in their order. Many may bear the same instant, and no two plays may have the same right.
create sequence schedule_approval;
alter table schedule add column approval bigint unique;
create function schedule_numbers_approval() returns trigger language plpgsql as $$
begin
  if new.approved_at is not null and new.approval is null then
    new.approval := nextval('schedule_approval');
  end if;
  return new;
end
$$;
create trigger schedule_approval before insert or update on schedule for each row execute function schedule_numbers_approval();
