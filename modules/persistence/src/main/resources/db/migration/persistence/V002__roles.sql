-- The three administrators, separated: no officer holds two of these roles.
insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000001', 'SYSTEM_ADMINISTRATOR', '系统管理员', 'System administrator', true),
  ('00000000-0000-7000-8000-000000000002', 'SECURITY_ADMINISTRATOR', '安全管理员', 'Security administrator', true),
  ('00000000-0000-7000-8000-000000000003', 'AUDIT_ADMINISTRATOR', '审计管理员', 'Audit administrator', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000001', 'admin.system'),
  ('00000000-0000-7000-8000-000000000002', 'admin.security'),
  ('00000000-0000-7000-8000-000000000003', 'admin.audit');
