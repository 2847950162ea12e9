-- Words are found by pairs of signs: Chinese has no blanks between words, and most are two signs
-- long, which is below what trigrams can look up.
create function market_grams(words text) returns text[]
  language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(word, place, size)), '{}'::text[])
    from regexp_split_to_table(lower(words), '\s+') word, generate_series(1, 2) size,
      generate_series(1, length(word) - size + 1) place
  $$;

-- With the number's own digits as one word.
alter table complaint add column grams text[] generated always as
  (market_grams(operator || ' ' || goods || ' ' || place) || split_part(number, '-', 3)) stored;
create index complaint_grams on complaint using gin (grams);
create index complaint_number on complaint (number text_pattern_ops);
create index complaint_source_prefix on complaint (source text_pattern_ops);
create index complaint_state on complaint (state, received_at desc, id desc);
create index complaint_area on complaint (area_code, received_at desc, id desc);

alter table market_case add column grams text[] generated always as
  (market_grams(title || ' ' || number || ' ' || decision_number)) stored;
create index market_case_grams on market_case using gin (grams);
alter table operator add column grams text[] generated always as (market_grams(name)) stored;
create index operator_grams on operator using gin (grams);
create index case_officer_of on case_officer (officer_id, case_id);
