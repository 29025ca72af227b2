// create_{{ name }}: Finds each {{ on }} by {{ properties | join(", ") }}.
// params: nothing
// returns: nothing
CREATE INDEX {{ name }} IF NOT EXISTS
FOR (node:{{ on }})
ON (node.{{ properties | join(", node.") }})
