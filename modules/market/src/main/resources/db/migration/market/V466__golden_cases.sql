-- Golden cases have an area whose drafts they bind, null for all, and are ended rather than changed.
alter table price_golden add column area_code char(12) references area (code);
alter table price_golden add column officer_name text not null default '';
alter table price_golden add column set_at timestamptz not null default now();
alter table price_golden add column ended_name text;
alter table price_golden add column ended_at timestamptz;
alter table price_golden add check ((ended_at is null) = (ended_name is null));
create index price_golden_open on price_golden (area_code) where ended_at is null;
