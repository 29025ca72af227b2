// create_{{ name }}: One {{ on }} for {{ properties | join(", ") }}, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT {{ name }} IF NOT EXISTS
FOR (node:{{ on }})
REQUIRE (node.{{ properties | join(", node.") }}) IS UNIQUE
