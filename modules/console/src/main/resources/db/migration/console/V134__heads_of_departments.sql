-- Who arranges the work of a department: names deputies of its officers.
insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000906', 'DEPARTMENT_HEAD', '部门负责人', 'Head of department', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000906', 'office.arrange');
