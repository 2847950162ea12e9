-- A signed alert of long ago, sent once more, is for a person.
alter table alert drop constraint alert_held_check;
alter table alert add constraint alert_held_check check (held in ('', 'SIGNATURE', 'OLD', 'AREA_UNKNOWN', 'SIGNER', 'EVENT',
  'LEVEL', 'AREA', 'TEMPLATE', 'REACH', 'PLAN'));
