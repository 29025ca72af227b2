// create_agreement_key: One Agreement for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT agreement_key IF NOT EXISTS
FOR (node:Agreement)
REQUIRE (node.key) IS UNIQUE
