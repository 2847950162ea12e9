-- A text that is handed over is a slogan or a short message, and may be English.
alter table handed_text
  add column kind text not null default 'SLOGAN' check (kind in ('SLOGAN', 'SMS')),
  add column language text not null default 'zh' check (language in ('zh', 'en'));
