-- Who reads what was issued, and where it went.
insert into role (id, code, name, name_en, builtin) values
  ('00000000-0000-7000-8000-000000000904', 'BULLETIN_READER', '战报查阅', 'Bulletin reader', true);
insert into role_right (role_id, right_key) values
  ('00000000-0000-7000-8000-000000000904', 'bulletin.read');
