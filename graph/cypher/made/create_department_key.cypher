// create_department_key: One Department for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT department_key IF NOT EXISTS
FOR (node:Department)
REQUIRE (node.key) IS UNIQUE
