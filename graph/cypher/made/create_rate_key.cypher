// create_rate_key: One Rate for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT rate_key IF NOT EXISTS
FOR (node:Rate)
REQUIRE (node.key) IS UNIQUE
