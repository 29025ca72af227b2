// count_records: How many records of each kind there are; employments with the departments of people.
// params: nothing
// returns: {{ kinds | join(", ") }}
{{ records_counted() }}
