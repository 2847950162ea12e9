-- The columns of a list have an order now: what is hidden stands in it with a minus.
update officer_view set value = '-' || replace(value, ' ', ' -')
where name like 'columns.%' and value ~ '^[0-9]+( [0-9]+)*$';
