-- An answer is replayed as it went out: bytes, their type, and where the thing that was made lies.
alter table idempotency alter column body type bytea using convert_to(body, 'UTF8');
alter table idempotency add column content_type text;
alter table idempotency add column location text;
create index idempotency_age on idempotency (created_at);
