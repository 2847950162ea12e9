-- How a word is read aloud where the common dictionary is wrong: place names, characters with several readings.
create table lexicon (
  id            uuid primary key,
  -- For this area and all below it; the nearest has the last word.
  area_code     char(12) not null references area (code),
  word          text not null check (length(word) between 1 and 12),
  -- Pinyin with the tone as a digit, one syllable for each character, between spaces.
  reading       text not null check (length(reading) between 2 and 100),
  kept_at       timestamptz not null,
  officer_name  text not null,
  unique (area_code, word)
);
