-- A decision in summary before the public, until its day.
create table case_publication (
  case_id         uuid primary key references market_case (id),
  published_on    date not null,
  -- The last day on which it is shown.
  until           date not null check (until > published_on),
  officer_name    text not null,
  withdrawn_on    date,
  withdrawn_why   text check (length(withdrawn_why) between 1 and 1000),
  withdrawn_name  text
);
create index case_publication_shown on case_publication (published_on desc, case_id);
