// create_opportunity_key: One Opportunity for key, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT opportunity_key IF NOT EXISTS
FOR (node:Opportunity)
REQUIRE (node.key) IS UNIQUE
