-- How far each journal of a speaker has been taken over, and the hash of its last record.
create table speaker_journal (
  speaker_no    bigint not null references speaker (no),
  journal       uuid not null,
  acknowledged  bigint not null,
  head          bytea not null check (length(head) = 32),
  begun_at      timestamptz not null,
  primary key (speaker_no, journal)
);

-- Every record of every journal, as it was handed in.
create table receipt (
  received_at  timestamptz not null,
  at           timestamptz not null,
  speaker_no   bigint not null,
  journal      uuid not null,
  sequence     bigint not null,
  play_no      bigint not null,
  event        text not null check (event in ('STARTED', 'PAUSED', 'RESUMED', 'FINISHED', 'PRE_EMPTED', 'SKIPPED',
    'FAILED', 'INTERRUPTED')),
  heard        bigint not null check (heard >= 0),
  reason       text not null,
  hash         bytea not null
) partition by range (received_at);
create index receipt_play on receipt (play_no, speaker_no);
create index receipt_speaker on receipt (speaker_no, at);

-- The one end of a play on a speaker: the first that was handed in. A second is a fault, not a count.
create table play_end (
  start        timestamptz not null,
  play_no      bigint not null,
  speaker_no   bigint not null,
  event        text not null check (event in ('FINISHED', 'PRE_EMPTED', 'SKIPPED', 'FAILED', 'INTERRUPTED')),
  at           timestamptz not null,
  heard        bigint not null,
  reason       text not null,
  primary key (start, play_no, speaker_no)
) partition by range (start);

create table speaker_fault (
  speaker_no   bigint not null references speaker (no),
  journal      uuid not null,
  sequence     bigint not null,
  code         text not null,
  at           timestamptz not null,
  detail       text not null,
  received_at  timestamptz not null,
  primary key (speaker_no, journal, sequence)
);
create index speaker_fault_at on speaker_fault (received_at desc);

revoke update, delete, truncate on receipt, play_end, speaker_fault from ${appRole};

-- A month a part, made ahead: the application owns no table, so it asks for them by this.
create function broadcast_months(until date) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  month date := date '2026-01-01';
  parent text;
begin
  while month <= least(until, (now() + interval '5 years')::date) loop
    foreach parent in array array['receipt', 'play_end'] loop
      if to_regclass(parent || to_char(month, '_YYYYMM')) is null then
        execute format('create table %I partition of %I for values from (%L) to (%L)',
          parent || to_char(month, '_YYYYMM'), parent, month || ' 00:00+08',
          (month + interval '1 month')::date || ' 00:00+08');
        -- What the application may do with a new table by default would open a back door to the parts.
        execute format('revoke all on %I from %I', parent || to_char(month, '_YYYYMM'), '${appRole}');
      end if;
    end loop;
    month := (month + interval '1 month')::date;
  end loop;
end
$$;
revoke execute on function broadcast_months(date) from public;
grant execute on function broadcast_months(date) to ${appRole};
select broadcast_months((now() + interval '18 months')::date);
-- What carries a time that nobody expected is kept too.
create table receipt_other partition of receipt default;
create table play_end_other partition of play_end default;
revoke all on receipt_other, play_end_other from ${appRole};
