// create_person_key: One Person for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT person_key IF NOT EXISTS
FOR (node:Person)
REQUIRE (node.key) IS UNIQUE
