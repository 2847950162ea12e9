-- The few versions of a million that wait for a review or for their release: every home page asks for them.
create index material_version_waiting on material_version (submitted_at, id) where state in ('IN_REVIEW', 'APPROVED');
