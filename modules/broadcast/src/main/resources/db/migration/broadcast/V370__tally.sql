-- What became of the plays, added up: derived from planned_play and play_end, and counted again whenever an end came in.
-- A play that was never added up has no tallied_at; one of which ends came in since then stands in play_touched. What is
-- neither is counted exactly, so a page may add tallies and count the few others itself.
alter table occurrence add column tallied_at timestamptz;
create index occurrence_untallied on occurrence (start, no) where tallied_at is null;

create table play_touched (play_no bigint not null);
create index play_touched_play on play_touched (play_no);

create table play_tally (
  play_no      bigint not null,
  area_code    char(12) not null,
  planned      int not null,
  finished     int not null,
  pre_empted   int not null,
  skipped      int not null,
  failed       int not null,
  interrupted  int not null,
  primary key (play_no, area_code),
  check (planned >= finished + pre_empted + skipped + failed + interrupted)
);

-- A day of an area, by the day in China on which the plays began.
create table coverage_day (
  day          date not null,
  area_code    char(12) not null,
  kind         text not null,
  planned      bigint not null,
  finished     bigint not null,
  pre_empted   bigint not null,
  skipped      bigint not null,
  failed       bigint not null,
  interrupted  bigint not null,
  primary key (area_code, day, kind)
);
create index coverage_day_day on coverage_day (day);
