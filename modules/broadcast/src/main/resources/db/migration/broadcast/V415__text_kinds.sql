-- How a text for loudspeakers is written. The rumour department hands announcements over.
alter table script add column text_kind text not null default 'ANNOUNCEMENT'
  check (text_kind in ('ANNOUNCEMENT', 'PLAIN_TALK', 'CLAPPER_VERSE', 'JINGLE', 'DOGGEREL', 'SMS'));
alter table item add column text_kind text not null default 'ANNOUNCEMENT'
  check (text_kind in ('ANNOUNCEMENT', 'PLAIN_TALK', 'CLAPPER_VERSE', 'JINGLE', 'DOGGEREL', 'SMS'));
