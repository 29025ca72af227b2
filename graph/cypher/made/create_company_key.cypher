// create_company_key: One Company for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT company_key IF NOT EXISTS
FOR (node:Company)
REQUIRE (node.key) IS UNIQUE
