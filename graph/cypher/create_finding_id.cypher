// create_finding_id: One finding of an id in an account.
// params: nothing
// returns: nothing
CREATE CONSTRAINT finding_id IF NOT EXISTS
FOR (finding:Finding)
REQUIRE (finding.account, finding.id) IS UNIQUE
