-- What passed from one officer to another: from whom, to whom and why; empty for most.
alter table recall_task add column passed_on text not null default '';
alter table upload add column passed_on text not null default '';
