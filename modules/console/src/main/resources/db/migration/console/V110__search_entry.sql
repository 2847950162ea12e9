-- What the palette finds: one row a record, kept by the triggers of V111 in the transaction of the
-- record itself, so that it never lags and never forgets.

-- The first letter of each character's pinyin, by the order that ICU gives Chinese; letters and
-- digits stay. One reading a character, but for a few words whose reading everybody types otherwise.
create function search_initials(words text) returns text
language sql immutable parallel safe strict cost 2000 as $$
  select coalesce(string_agg(
    case
      when letter ~ '[a-z0-9]' then letter
      when letter collate "C" >= '一' and letter collate "C" <= '龥' then
        substr('abcdefghjklmnopqrstwxyz', width_bucket(letter collate "zh-x-icu",
          array['阿', '八', '嚓', '咑', '妸', '发', '旮', '哈', '丌', '咔', '垃', '妈', '拏', '噢', '妑',
            '七', '呥', '仨', '他', '屲', '夕', '丫', '帀']), 1)
      else ''
    end, '' order by place), '')
  from unnest(string_to_array(lower(normalize(
    replace(replace(replace(left(words, 120), '重庆', '虫庆'), '银行', '银航'), '会计', '快计'), NFKC)), null))
    with ordinality as t (letter, place)
$$;

-- What a word is looked up by: pairs of the title, triples of the initials, the kind, the areas above.
create function search_pairs(words text) returns text[]
language sql immutable parallel safe strict cost 1000 as $$
  select coalesce(array_agg(distinct pair), '{}')
  from (
    select letter || lead(letter) over (order by place) as pair
    from unnest(string_to_array(lower(normalize(words, NFKC)), null)) with ordinality as t (letter, place)
  ) pairs
  where pair !~ '\s' and length(pair) = 2
$$;
create function search_triples(initials text) returns text[]
language sql immutable parallel safe strict cost 500 as $$
  select coalesce(array_agg(distinct '~' || substr(initials, n, 3)), '{}')
  from generate_series(1, length(initials) - 2) n
$$;

create table search_entry (
  kind           text not null check (length(kind) between 1 and 20),
  id             text not null,
  number         text not null,
  title          text not null check (length(title) <= 120),
  initials       text not null,
  keys           text[] not null,
  -- Null for what every holder of the right may see, wherever it belongs.
  area_code      char(12),
  -- Whose it is, where officers of other departments may not look.
  department_id  uuid,
  at             timestamptz not null,
  primary key (kind, id)
);
create index search_entry_newest on search_entry (at desc, kind, id);
create index search_entry_number on search_entry (upper(number) text_pattern_ops);
create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off);
create index search_entry_kind on search_entry (kind) where kind in ('person', 'area');

-- Keeps a record's row, or takes it away when there is no title.
create function search_keep(kind text, id text, number text, title text, area char, department uuid,
  at timestamptz) returns void
language plpgsql as $$
declare
  shown text := left(regexp_replace(title, '\s+', ' ', 'g'), 120);
  letters text := search_initials(shown);
begin
  if title is null then
    delete from search_entry e where e.kind = search_keep.kind and e.id = search_keep.id;
    return;
  end if;
  insert into search_entry values (kind, id, number, shown, letters,
    search_pairs(shown) || search_triples(letters) || ('#' || kind) || coalesce(
      (select array_agg('@' || step) from area a, regexp_split_to_table(rtrim(a.path, '/'), '/') step
        where a.code = area),
      '{@}'),
    area, department, at)
  on conflict on constraint search_entry_pkey do update set
    number = excluded.number, title = excluded.title, initials = excluded.initials,
    keys = excluded.keys, area_code = excluded.area_code, department_id = excluded.department_id,
    at = excluded.at;
end
$$;

-- The newest of the first 500 that hold the keys, the words and the officer's view. Of a word that a
-- hundred thousand old records have, nobody wants the newest, and everybody wants an answer; so the
-- index must be read, and not the table in its order. No places: the whole tree.
create function search_by_keys(sought text[], places text[], sorts text[], patterns text[],
  kinds text[], paths text[], limited text[], own uuid, most int)
returns table (kind text, id text, number text, title text)
language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
begin
  return query
    select f.kind, f.id, f.number, f.title from (
      select e.* from search_entry e left join area a on a.code = e.area_code
      where e.keys @> sought and e.kind not in ('person', 'area') and e.keys && sorts and (places is null or e.keys && places)
        and exists (select 1 from unnest(kinds, paths) g (kind, path)
          where g.kind = e.kind and (e.area_code is null or starts_with(a.path, g.path)))
        and (e.department_id is null or e.kind <> all (limited) or e.department_id = own)
        and e.title || ' ' || e.initials ilike all (patterns)
      limit 500) f
    order by f.at desc, f.kind, f.id limit most;
end
$$;
