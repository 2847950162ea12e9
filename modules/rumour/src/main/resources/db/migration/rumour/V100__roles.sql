insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000101', 'RUMOUR_CLERK', '辟谣经办', 'Rumour clerk', true),
  ('00000000-0000-7000-8000-000000000102', 'RUMOUR_REVIEWER', '辟谣审核', 'Rumour reviewer', true),
  ('00000000-0000-7000-8000-000000000103', 'RUMOUR_PUBLISHER', '辟谣发布', 'Rumour publisher', true),
  ('00000000-0000-7000-8000-000000000104', 'RUMOUR_READER', '辟谣查阅', 'Rumour reader', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000101', 'rumour.read'),
  ('00000000-0000-7000-8000-000000000101', 'rumour.file'),
  ('00000000-0000-7000-8000-000000000101', 'rumour.draft'),
  ('00000000-0000-7000-8000-000000000101', 'rumour.import'),
  ('00000000-0000-7000-8000-000000000102', 'rumour.read'),
  ('00000000-0000-7000-8000-000000000102', 'rumour.review'),
  ('00000000-0000-7000-8000-000000000103', 'rumour.read'),
  ('00000000-0000-7000-8000-000000000103', 'rumour.publish'),
  ('00000000-0000-7000-8000-000000000104', 'rumour.read');
