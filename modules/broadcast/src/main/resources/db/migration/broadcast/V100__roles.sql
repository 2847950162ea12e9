insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000301', 'BROADCAST_EDITOR', '广播编播', 'Broadcast editor', true),
  ('00000000-0000-7000-8000-000000000302', 'BROADCAST_REVIEWER', '广播审核', 'Broadcast reviewer', true),
  ('00000000-0000-7000-8000-000000000303', 'BROADCAST_DUTY', '应急广播值班', 'Emergency broadcast duty', true),
  ('00000000-0000-7000-8000-000000000304', 'BROADCAST_ENGINEER', '终端管理', 'Speaker engineer', true),
  ('00000000-0000-7000-8000-000000000305', 'BROADCAST_READER', '广播查阅', 'Broadcast reader', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000301', 'broadcast.read'),
  ('00000000-0000-7000-8000-000000000301', 'broadcast.draft'),
  ('00000000-0000-7000-8000-000000000302', 'broadcast.read'),
  ('00000000-0000-7000-8000-000000000302', 'broadcast.review'),
  ('00000000-0000-7000-8000-000000000303', 'broadcast.read'),
  ('00000000-0000-7000-8000-000000000303', 'broadcast.emergency'),
  ('00000000-0000-7000-8000-000000000304', 'broadcast.read'),
  ('00000000-0000-7000-8000-000000000304', 'broadcast.fleet'),
  ('00000000-0000-7000-8000-000000000305', 'broadcast.read');
