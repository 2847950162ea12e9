insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000201', 'PUBLICITY_EDITOR', '宣传品编制', 'Publicity editor', true),
  ('00000000-0000-7000-8000-000000000202', 'PUBLICITY_REVIEWER', '宣传品审核', 'Publicity reviewer', true),
  ('00000000-0000-7000-8000-000000000203', 'PUBLICITY_PUBLISHER', '宣传品发布', 'Publicity publisher', true),
  ('00000000-0000-7000-8000-000000000204', 'PUBLICITY_KEEPER', '宣传品库管', 'Publicity storekeeper', true),
  ('00000000-0000-7000-8000-000000000205', 'PUBLICITY_READER', '宣传品查阅', 'Publicity reader', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000201', 'publicity.read'),
  ('00000000-0000-7000-8000-000000000201', 'publicity.draft'),
  ('00000000-0000-7000-8000-000000000202', 'publicity.read'),
  ('00000000-0000-7000-8000-000000000202', 'publicity.review'),
  ('00000000-0000-7000-8000-000000000203', 'publicity.read'),
  ('00000000-0000-7000-8000-000000000203', 'publicity.publish'),
  ('00000000-0000-7000-8000-000000000203', 'publicity.recall'),
  ('00000000-0000-7000-8000-000000000203', 'publicity.print'),
  ('00000000-0000-7000-8000-000000000204', 'publicity.read'),
  ('00000000-0000-7000-8000-000000000204', 'publicity.stock'),
  ('00000000-0000-7000-8000-000000000205', 'publicity.read'),
  ('00000000-0000-7000-8000-000000000201', 'file.open'),
  ('00000000-0000-7000-8000-000000000202', 'file.open'),
  ('00000000-0000-7000-8000-000000000203', 'file.open'),
  ('00000000-0000-7000-8000-000000000204', 'file.open'),
  ('00000000-0000-7000-8000-000000000205', 'file.open');
