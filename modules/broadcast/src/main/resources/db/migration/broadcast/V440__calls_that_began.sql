-- A place whose loudspeaker began after all is settled by its receipt, seen by an officer.
alter table call_task drop constraint call_task_how_check;
alter table call_task add constraint call_task_how_check
  check (how in ('', 'VOICE', 'DOOR', 'PHONE', 'NOT_REACHED', 'BEGUN'));
