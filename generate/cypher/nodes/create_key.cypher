// create_{{ label | lower }}_key: One {{ label }} for a key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT {{ label | lower }}_key IF NOT EXISTS
FOR (node:{{ label }})
REQUIRE node.key IS UNIQUE
