-- How often each page was read on each day (China's). Nothing of the reader is kept anywhere.
create table rumour_view (
  rebuttal_id uuid not null references rebuttal (id),
  day         date not null,
  views       bigint not null check (views > 0),
  primary key (rebuttal_id, day)
);
create index rumour_view_day on rumour_view (day);

-- The public list by words: the headline and how the claim begins.
create index rebuttal_version_words on rebuttal_version using gin (rumour_bigrams(fact || ' ' || left(claim, 400)));

-- Corrections and withdrawals in their order. An imported version has no clock of publication here.
create index rebuttal_version_corrected on rebuttal_version ((coalesce(published_at, written_at)) desc, id desc)
  where ordinal > 1;
create index rebuttal_withdrawn on rebuttal (withdrawn_at desc, id desc) where withdrawn_at is not null;

-- The public list of one area among many.
create index rebuttal_public_area on rebuttal (area_code, public_at desc, id desc)
  where public_ordinal is not null and withdrawn_at is null;
