-- A department's letters of a state that it hardly has.
create index complaint_department_state
  on complaint (department_id, state, received_at desc, id desc);
