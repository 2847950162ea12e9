-- A campaign of departments for order in the market, with its rule of what belongs to it.
create table market_campaign (
  id               uuid primary key,
  version          bigint not null,
  area_code        char(12) not null references area (code),
  department_id    uuid not null references department (id),
  department_name  text not null,
  name             text not null check (length(name) between 1 and 80),
  aims             text not null check (length(aims) between 1 and 2000),
  -- Cases of these matters belong to it; all, if empty.
  matters          text[] not null,
  -- Letters and prices of goods that contain one of these words belong to it; all, if empty.
  words            text[] not null,
  first_day        date not null,
  last_day         date not null check (last_day >= first_day),
  officer_name     text not null,
  made_at          timestamptz not null,
  -- Days up to this one have been counted whole: what changes them later is late.
  counted_to       date,
  counted_at       timestamptz,
  -- True if the plan has changed since: then a shift of figures is the rule's, not a late record's.
  replanned        boolean not null default false,
  -- Its figures stand still from then on.
  closed_at        timestamptz,
  closed_name      text not null default ''
);
create index market_campaign_listed on market_campaign (first_day desc, id desc);

create table market_campaign_phase (
  campaign_id  uuid not null references market_campaign (id),
  kind         text not null check (kind in ('DEPLOY', 'CHECK', 'RECTIFY', 'SUM_UP')),
  first_day    date not null,
  last_day     date not null check (last_day >= first_day),
  primary key (campaign_id, kind)
);

create table market_campaign_department (
  campaign_id    uuid not null references market_campaign (id),
  department_id  uuid not null references department (id),
  primary key (campaign_id, department_id)
);

-- The areas right below the campaign's own that have figures of their own.
create table market_campaign_area (
  campaign_id  uuid not null references market_campaign (id),
  area_code    char(12) not null references area (code),
  primary key (campaign_id, area_code)
);

create table market_campaign_target (
  campaign_id  uuid not null references market_campaign (id),
  area_code    char(12) not null references area (code),
  figure       text not null,
  target       bigint not null check (target between 1 and 1000000000000),
  primary key (campaign_id, area_code, figure)
);

-- What was counted; a day without a row counted nothing.
create table market_campaign_day (
  campaign_id  uuid not null references market_campaign (id),
  area_code    char(12) not null references area (code),
  figure       text not null,
  day          date not null,
  value        bigint not null,
  primary key (campaign_id, figure, area_code, day)
);

-- A day that had been counted whole and came out otherwise later. Insert-only.
create table market_campaign_shift (
  no           bigint generated always as identity primary key,
  campaign_id  uuid not null references market_campaign (id),
  area_code    char(12) not null references area (code),
  figure       text not null,
  day          date not null,
  reason       text not null check (reason in ('LATE', 'RULE')),
  was          bigint not null,
  now          bigint not null,
  at           timestamptz not null
);
create index market_campaign_shift_campaign on market_campaign_shift (campaign_id, no);

-- A sum up to a day that somebody counted on paper. Insert-only; the latest of a day holds.
create table market_campaign_typed (
  no            bigint generated always as identity primary key,
  campaign_id   uuid not null references market_campaign (id),
  area_code     char(12) not null references area (code),
  figure        text not null,
  day           date not null,
  value         bigint not null check (value between 0 and 1000000000000),
  source        text not null check (length(source) between 1 and 200),
  officer_name  text not null,
  at            timestamptz not null
);
create index market_campaign_typed_campaign on market_campaign_typed (campaign_id, figure, area_code, no);
revoke update, delete, truncate on market_campaign_shift, market_campaign_typed from ${appRole};

-- Counting looks for the days of records.
create index complaint_received_day on complaint
  (((received_at at time zone 'Asia/Shanghai')::date));
create index complaint_step_day on complaint_step
  (((at at time zone 'Asia/Shanghai')::date), action);
create index case_event_assigned_day on case_event
  (((at at time zone 'Asia/Shanghai')::date)) where action = 'ASSIGN';
create index case_payment_paid_on on case_payment (paid_on);
create index market_case_decided on market_case (decided_on) where decided_on is not null;
create index market_case_closed on market_case (closed_on) where closed_on is not null;
create index price_alert_step_day on price_alert_step
  (((at at time zone 'Asia/Shanghai')::date));
create index price_quote_quoted_on on price_quote (quoted_on);
