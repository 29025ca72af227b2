// create_finding_id: One Finding for account, id, and the index that finds it.
// params: nothing
// returns: nothing
CREATE CONSTRAINT finding_id IF NOT EXISTS
FOR (node:Finding)
REQUIRE (node.account, node.id) IS UNIQUE
